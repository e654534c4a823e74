import { FULL_SHARE } from "../memory/memory-level.ts";
import type { BackupReport, KeyReport, SalesforceReport } from "../../shared/health.ts";
import type { Clock } from "../clock.ts";
import type { LiveReport } from "../live/bus.ts";
import type { MemoryReading } from "../memory/memory-watch.ts";
import { errorFields, type Log } from "../observe/log.ts";
import { type ReadyResource, type Representation, representation } from "../ready/ready-answer.ts";

export interface HealthSources {
  /** Asks the store how far its history goes. */
  readonly revision: () => Promise<number>;
  readonly clock: Clock;
  readonly log: Log;
  readonly salesforceState: () => SalesforceReport;
  /** Null when the server makes none by itself. */
  readonly backupState: () => BackupReport | null;
  /** Null until the app is loaded. */
  readonly liveReport: () => LiveReport | null;
  readonly keyReport: () => KeyReport;
  readonly memory: () => MemoryReading;
  /** Whether the process is on its way down: load balancers send nobody here any more. */
  readonly isDraining: () => boolean;
  /** Names the client build that is served. */
  readonly build: string;
}

/** How long an answer is given without looking again. */
const FRESH_MS = 1000;
/** How long it is given while we look again; whoever comes later waits for the look, as monitors do that ask seldom. */
const USABLE_MS = 5000;
/** What the store may take to answer; below the time-outs of platforms, so that they hear why. */
export const STORE_TIMEOUT_MS = 2000;

/**
 * `GET /api/health`, for monitors and platforms: judged on what only a restart or another machine mends, the store and
 * the memory. A Salesforce that cannot be reached does not make the server unhealthy: tablets sync all the same, and the
 * outbox waits. Neither does a backup that failed, nor missing keys. Anybody may ask, so it says how things stand and
 * not what others said about it; `GET /api/v1/standing` does, to people who are signed in.
 */
export function healthResource(sources: HealthSources): ReadyResource {
  const { clock } = sources;
  const storeRev = storeProbe(sources);
  let latest: { readonly answer: Representation; readonly at: number } | null = null;
  let looking: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    const at = clock.now();
    latest = { answer: answerOf(sources, await storeRev()), at };
    looking = null;
  };
  const lookOnce = (): Promise<void> => (looking ??= look());

  return {
    isForAllOrigins: false,
    prepare: lookOnce,
    ready() {
      const age = latest === null ? Number.POSITIVE_INFINITY : Math.abs(clock.now() - latest.at);
      if (age >= FRESH_MS) void lookOnce();
      return latest === null || age > USABLE_MS ? null : latest.answer;
    },
  };
}

/** Asks the store for its revision; null when it fails or is slow. A question that it never answers is not repeated. */
function storeProbe({ revision, log }: HealthSources): () => Promise<number | null> {
  let asked: Promise<number | null> | null = null;
  const ask = async (): Promise<number | null> => {
    try {
      return await revision();
    } catch (error) {
      log.error("health.store", errorFields(error));
      return null;
    } finally {
      asked = null;
    }
  };
  return async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => {
      log.error("health.store_slow", { ms: STORE_TIMEOUT_MS });
      resolve(null);
    }, STORE_TIMEOUT_MS);
    asked ??= ask();
    const rev = await Promise.race([asked, promise]);
    clearTimeout(timer);
    return rev;
  };
}

function answerOf(sources: HealthSources, rev: number | null): Representation {
  const { rssBytes, limitBytes } = sources.memory();
  const usedShare = rssBytes / limitBytes;
  const isDraining = sources.isDraining();
  const ok = rev !== null && usedShare < FULL_SHARE && !isDraining;
  const said = {
    ok,
    ...(isDraining && { draining: true }),
    store: rev === null ? "failing" : "ok",
    rev,
    memory: { ok: usedShare < FULL_SHARE, usedShare: Number(usedShare.toFixed(3)) },
    keys: sources.keyReport(),
    salesforce: forAnybody(sources.salesforceState()),
    backup: backupForAnybody(sources.backupState()),
    live: sources.liveReport(),
    build: sources.build,
  };
  return representation({
    status: ok ? 200 : 503,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(JSON.stringify(said)),
    etag: null,
  });
}

/** In the shape that tablets of older versions read, without a word of Salesforce's own. */
const forAnybody = ({ standing, lastAnsweredAt }: SalesforceReport): SalesforceReport => ({
  standing,
  lastAnsweredAt,
  setupProblem: null,
  summary: "The log has the details, and so has the sync screen of whoever is signed in.",
});

/** Whether it failed, without the folders and the words of the system that its reason holds. */
const backupForAnybody = (report: BackupReport | null): BackupReport | null =>
  report && {
    ...report,
    problem: report.problem === null ? null : "The last backup failed; the log says why.",
  };
