import type { Local } from "../local/local.ts";
import { isStorageError } from "../local/storage-errors.ts";
import { watchWaiting } from "../local/queries/watch-waiting.ts";
import { backoff } from "./backoff.ts";
import { drain, type DrainEnd } from "./drain.ts";
import { createDrainLock } from "./drain-lock.ts";
import { browserEnvironment, type SyncEnvironment } from "./environment.ts";
import { createPokes } from "./pokes.ts";
import { createPresenceFeed, type PresenceFeed } from "./presence-feed.ts";
import { createSyncState, phaseOf, type SyncStateStore } from "./sync-state.ts";
import { createWireClient } from "./wire-client.ts";

/** Keys that are typed one after the other travel as one edit; a colleague still sees it within a second. */
export const EDIT_PAUSE_MS = 500;
/**
 * Tablets that are told the same do not all ask in the same moment. Beside the 400 ms that a server may take to hear of
 * it (server/live/database-bus.ts) a second still holds the pull and what it writes.
 */
export const POKE_SPREAD_MS = 250;
/** Something is due while an exchange is under way: whatever that one has read already may be older. */
const UNDER_WAY_MS = 50;
/** Where pokes do not come through, a tablet is never older than this. */
export const FALLBACK_MS = 60_000;
/** Another tab drains: look again soon, in case it was closed in the middle. */
const BUSY_MS = 5_000;

export interface SyncEngine {
  readonly state: SyncStateStore;
  readonly presence: PresenceFeed;
  /** Tries at once: the painter tapped Retry, or has just signed in. */
  readonly syncNow: () => void;
  readonly stop: () => void;
}

export interface EngineOptions {
  readonly local: Local;
  readonly build: string;
  /** Where it tells how it goes; one of its own when left out. */
  readonly state?: SyncStateStore | undefined;
  /** Where it tells who is where; one of its own when left out. */
  readonly presence?: PresenceFeed | undefined;
  readonly environment?: SyncEnvironment | undefined;
}

/** Keeps a tablet and the server alike for as long as the app is open. */
export function startSync({
  local,
  build,
  state = createSyncState(),
  presence = createPresenceFeed(),
  environment = browserEnvironment(),
}: EngineOptions): SyncEngine {
  const { now, elapsed, random, later } = environment;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wire = createWireClient({ fetch: environment.fetch, later, build });
  const inTurn = createDrainLock(
    environment.locks,
    `paintbox-sync-${local.database.name}`,
    elapsed,
  );
  const onPoke = () => schedule(random() * POKE_SPREAD_MS);
  const pokes = createPokes(environment.openPokes, onPoke, presence);
  let running = false;
  let failures = 0;
  let due = Infinity;
  let cancel = () => {};

  /** Runs at the given time, or earlier if that is planned already. */
  function schedule(milliseconds: number): void {
    const at = elapsed() + milliseconds;
    if (signal.aborted || at >= due) return;
    cancel();
    due = at;
    cancel = later(() => void run(), milliseconds);
  }

  async function run(): Promise<void> {
    due = Infinity;
    if (running) return schedule(UNDER_WAY_MS);
    running = true;
    try {
      const turn = await inTurn(() => drainSafely());
      if (signal.aborted) return;
      if (turn.ran) conclude(turn.value);
      schedule(turn.ran ? pauseAfter(turn.value) : BUSY_MS);
    } finally {
      running = false;
    }
  }

  async function drainSafely(): Promise<DrainEnd> {
    try {
      return await drain({ local, wire, signal, onProgress: state.change });
    } catch (error) {
      if (!isStorageError(error)) throw error;
      return { ok: false, failure: { kind: "storage" } };
    }
  }

  function conclude(end: DrainEnd): void {
    if (!end.ok) {
      failures += 1;
      return state.change({ ...phaseOf(end.failure), sent: 0, total: 0 });
    }
    failures = 0;
    state.change({ phase: "idle", fault: null, sent: 0, total: 0, lastContactAt: now() });
    if (environment.isVisible()) pokes.listen();
  }

  /** A person ends a fault or a sign-out; the slow beat notices when one has. */
  const pauseAfter = (end: DrainEnd): number =>
    end.ok || ["signed-out", "fault"].includes(phaseOf(end.failure).phase)
      ? FALLBACK_MS
      : backoff(failures, random());

  const syncNow = (): void => {
    failures = 0;
    schedule(0);
  };
  const unwatch = watchWaiting(local, (waiting) => {
    state.change({ waiting });
    // While the server cannot be reached, the backoff decides when to knock again.
    if (waiting > 0 && failures === 0) schedule(EDIT_PAUSE_MS);
  });
  environment.onAwake(syncNow, signal);
  environment.onHidden(pokes.close, signal);
  schedule(0);

  return {
    state,
    presence,
    syncNow,
    stop() {
      stopping.abort();
      cancel();
      unwatch();
      pokes.close();
    },
  };
}
