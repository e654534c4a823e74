import type { KeyReport } from "../../shared/health.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import { type Loop, startLoop } from "../salesforce/loop.ts";
import { createKeyRing, type KeyRing } from "./key-ring.ts";
import type { KeyProblem, KeySource } from "./key-view.ts";

/** The keys of a running server: loads them again and again, and keeps the last good ones when that fails. */
export interface KeyKeeper {
  readonly ring: KeyRing;
  report(): KeyReport;
  /** Looks at the source now. */
  reload(): void;
  stop(): Promise<void>;
}

export interface KeeperParts {
  readonly source: KeySource;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs after each load that worked, before the next rest; for the schedule. Answers whether to load again. */
  readonly afterLoad?: () => Promise<boolean>;
}

/** How long a start waits for its first keys; after that it goes on without, and they come when they come. */
const FIRST_LOAD_MS = 3000;

/** Resolves when the first load has ended, or has taken too long. */
export async function startKeyKeeper({
  source,
  clock,
  log,
  afterLoad = () => Promise.resolve(false),
}: KeeperParts): Promise<KeyKeeper> {
  const ring = createKeyRing({ clock });
  let problem: KeyProblem | null = null;

  const load = async (): Promise<boolean> => {
    const before = ring.signer();
    const loaded = await source.load();
    if (loaded.ok) {
      ring.take(loaded.value);
      if (problem !== null || before === null) log.info("keys.loaded", { kid: ring.signer() });
      else if (before !== ring.signer()) log.info("keys.rotated", { kid: ring.signer() });
      problem = null;
    } else if (problem?.message !== loaded.error.message) {
      problem = loaded.error;
      log.error("keys.not_loaded", { ...problem, lastGoodKept: before !== null });
    }
    return loaded.ok;
  };

  const first = Promise.withResolvers<void>();
  const loop: Loop = startLoop(async () => {
    const loaded = await load();
    first.resolve();
    if (loaded && (await afterLoad())) await load();
    return source.restMs(loaded);
  });
  const timer = setTimeout(first.resolve, FIRST_LOAD_MS);
  await first.promise;
  clearTimeout(timer);
  return {
    ring,
    report: () => ({ standing: standingOf(ring, problem), signer: ring.signer() }),
    reload: () => loop.wake(),
    stop: () => loop.stop(),
  };
}

const standingOf = (ring: KeyRing, problem: KeyProblem | null): KeyReport["standing"] => {
  if (ring.jwks() === null) return "none";
  return problem === null ? "current" : "last_good";
};
