import type { Local } from "../local/local.ts";
import { healing, probeStorage } from "../local/healing.ts";
import { isStorageError, storageTrouble } from "../local/storage-errors.ts";
import { watchWaiting } from "../local/queries/watch-waiting.ts";
import { backoff } from "./backoff.ts";
import { drain, type DrainEnd } from "./drain.ts";
import { createDrainLock, type Turn } from "./drain-lock.ts";
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
/** A turn begins no further request after this; a request under way has a time limit of its own. Then others have theirs. */
export const TURN_MS = 30_000;
/** A request that takes its time is no silence: several times in the patience of the other tabs. */
const BEAT_MS = 10_000;

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
  /** Whose tablet it is. */
  readonly userId?: string | undefined;
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
  userId,
  state = createSyncState(),
  presence = createPresenceFeed(),
  environment = browserEnvironment(),
}: EngineOptions): SyncEngine {
  const { now, elapsed, random, later } = environment;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wire = createWireClient({ fetch: audibly, later, build, userId });
  const name = `paintbox-sync-${local.database.name}`;
  const lock = createDrainLock({
    locks: environment.locks,
    name,
    heartbeats: environment.openHeartbeats?.(name),
    elapsed,
    later,
  });
  const onPoke = () => schedule(random() * POKE_SPREAD_MS);
  const pokes = createPokes({ open: environment.openPokes, onPoke, presence, elapsed });
  let running = false;
  let failures = 0;
  let due = Infinity;
  let cancel = () => {};
  let beat = () => {};

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
      const turn = await lock.run(drainSafely);
      if (signal.aborted) return;
      if (turn.ran) conclude(turn.value);
      else if (turn.reason === "silent") void probeStorage(local.database);
      schedule(turn.ran ? pauseAfter(turn.value) : BUSY_MS);
    } finally {
      running = false;
    }
  }

  /** Every step of a drain can be repeated, so that a lost connection only costs the turn its beginning. */
  async function drainSafely(turn: Turn): Promise<DrainEnd> {
    const { database } = local;
    const over = new AbortController();
    const stopWatch = later(() => over.abort(), TURN_MS);
    ({ beat } = turn);
    try {
      return await healing(database, () =>
        drain({
          local,
          wire,
          signal: AbortSignal.any([signal, turn.signal]),
          turnOver: over.signal,
          onStep: turn.beat,
          onProgress: state.change,
        }),
      );
    } catch (error) {
      if (!isStorageError(error)) throw error;
      return { ok: false, failure: { kind: "storage", trouble: storageTrouble(database, error) } };
    } finally {
      stopWatch();
    }
  }

  async function audibly(
    ...request: Parameters<SyncEnvironment["fetch"]>
  ): ReturnType<SyncEnvironment["fetch"]> {
    let hush = () => {};
    const beatLater = () => {
      hush = later(() => {
        beat();
        beatLater();
      }, BEAT_MS);
    };
    beatLater();
    try {
      return await environment.fetch(...request);
    } finally {
      hush();
    }
  }

  function conclude(end: DrainEnd): void {
    if (!end.ok && end.failure.kind === "stopped") return;
    if (!end.ok) {
      failures += 1;
      return state.change({ ...phaseOf(end.failure), sent: 0, total: 0 });
    }
    failures = 0;
    state.change({ phase: "idle", fault: null, sent: 0, total: 0, lastContactAt: now() });
    if (environment.isVisible()) pokes.listen();
  }

  /** A person ends a fault or a sign-out; the slow beat notices when one has. */
  function pauseAfter(end: DrainEnd): number {
    if (end.ok) return FALLBACK_MS;
    if (end.failure.kind === "stopped") return EDIT_PAUSE_MS;
    const isForPeople = ["signed-out", "fault"].includes(phaseOf(end.failure).phase);
    return isForPeople ? FALLBACK_MS : backoff(failures, random());
  }

  const syncNow = (): void => {
    failures = 0;
    schedule(0);
  };
  const unwatch = watchWaiting(local, (waiting) => {
    state.change({ waiting });
    // While the server cannot be reached, the backoff decides when to knock again.
    if (waiting > 0 && failures === 0) schedule(EDIT_PAUSE_MS);
  });
  // A connection that died in the background is replaced before everything that waits for the network asks it.
  environment.onAwake(() => void probeStorage(local.database).then(syncNow), signal);
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
      lock.close();
    },
  };
}
