import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import type { Store } from "../store/store.ts";
import type { Bus, LiveMessage } from "./bus.ts";
import { createFanOut } from "./fan-out.ts";
import { type CompanySighting, readSightings, writeSightings } from "./presence-table.ts";

/**
 * How often the database is asked when nothing else tells. With the 250 ms over which tablets spread their pulls and
 * the pull itself, a change is on another tablet well within a second of its acknowledgement.
 */
export const LOOK_MS = 400;
/** Beside a faster way: what got lost there is found by then. */
export const SAFETY_LOOK_MS = 5000;
/** While the database does not answer; requests find out by themselves when it does. */
const AWAY_MS = 2000;

export interface DatabaseBus extends Bus {
  /** Hands a message that came another way to this process' listeners. */
  readonly deliver: (companyId: string, message: LiveMessage) => void;
  /** Asks the database at once, and from then on at this pace. */
  readonly lookEvery: (milliseconds: number) => void;
}

export interface DatabaseBusOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** A company has got its first listener in this process, or lost its last. */
  readonly onListened?: ((companyId: string, isListened: boolean) => void) | undefined;
}

/** For processes that share a Postgres: they look at its clock row while somebody listens, and at who is where. */
export function createDatabaseBus({
  store,
  clock,
  log,
  onListened,
}: DatabaseBusOptions): DatabaseBus {
  /** The clock at the last look; null when there was none since somebody listens. */
  let since: number | null = null;
  let pace = LOOK_MS;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let isAway = false;
  let isClosed = false;
  const fanOut = createFanOut((companyId, isListened) => {
    onListened?.(companyId, isListened);
    // Whoever is in the company already is read for the newcomer; nobody left means nothing to ask.
    if (isListened) lookAt(0);
  });

  function lookAt(milliseconds: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void look(), milliseconds);
  }

  async function look(): Promise<void> {
    if (looking !== null) return;
    if (fanOut.companies().length === 0) {
      since = null;
      return;
    }
    looking = lookOnce().then(
      () => answered(),
      (error: unknown) => notAnswered(error),
    );
    await looking;
    looking = null;
    lookAt(isAway ? Math.max(pace, AWAY_MS) : pace);
  }

  async function lookOnce(): Promise<void> {
    const { rev } = await store.db
      .selectFrom("clock")
      .select("rev")
      .where("id", "=", 1)
      .executeTakeFirstOrThrow();
    const companies = fanOut.companies();
    // What was committed before the first look, or before a backup was restored, is told to everybody.
    const poked =
      since === null || rev < since
        ? companies.map((companyId) => ({ companyId, rev }))
        : rev > since && companies.length > 0
          ? await changedSince(companies, since)
          : [];
    since = rev;
    for (const { companyId, rev: changed } of poked)
      fanOut.deliver(companyId, { kind: "poke", rev: changed });
    if (companies.length === 0) return;
    for (const { companyId, sighting } of await readSightings(store, companies, clock.now()))
      fanOut.deliver(companyId, { kind: "presence", sighting });
  }

  const changedSince = (companies: readonly string[], rev: number) =>
    store.db
      .selectFrom("record")
      .select((row) => [row.ref("company_id").as("companyId"), row.fn.max<number>("rev").as("rev")])
      .where("company_id", "in", companies)
      .where("rev", ">", rev)
      .groupBy("company_id")
      .execute();

  function answered(): void {
    if (isAway) log.info("live.database_back");
    isAway = false;
  }

  function notAnswered(error: unknown): void {
    if (!isAway && !isClosed) log.info("live.database_away", errorFields(error));
    isAway = true;
  }

  let unwritten = new Map<string, CompanySighting>();
  let writing: Promise<void> | null = null;

  /** One write at a time; of what a tab said meanwhile, the last word. */
  async function writeUnwritten(): Promise<void> {
    while (unwritten.size > 0) {
      const sightings = [...unwritten.values()];
      unwritten = new Map();
      await writeSightings(store, sightings, clock.now()).then(answered, notAnswered);
    }
    writing = null;
  }

  return {
    publish(companyId, message) {
      fanOut.deliver(companyId, message);
      // The clock row tells of changes by itself.
      if (message.kind === "poke" || isClosed) return;
      const { sighting } = message;
      unwritten.set(`${companyId} ${sighting.userId} ${sighting.tabId}`, { companyId, sighting });
      writing ??= writeUnwritten();
    },
    subscribe: fanOut.subscribe,
    deliver: fanOut.deliver,
    lookEvery(milliseconds) {
      pace = milliseconds;
      lookAt(0);
    },
    report: () => ({ through: "database", redis: null }),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
      await writing;
    },
  };
}
