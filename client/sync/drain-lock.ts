/** A tab that holds the lock and has not stirred for this long is frozen, or waits for something that never comes. */
export const LOCK_PATIENCE_MS = 60_000;

/** How tabs tell each other that they stir. */
export interface Heartbeats {
  readonly beat: () => void;
  readonly onBeat: (listener: () => void) => void;
  readonly close: () => void;
}

export interface DrainLockOptions {
  /** Missing in browsers without Web Locks. */
  readonly locks: LockManager | undefined;
  readonly name: string;
  /** Missing in browsers without BroadcastChannel: then a lock that is held for too long counts as silent. */
  readonly heartbeats: Heartbeats | undefined;
  /** Milliseconds by a clock that nobody can set. */
  readonly elapsed: () => number;
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** What a tab has while it is its turn. */
export interface Turn {
  /** Aborted when another tab has taken the lock, or this one has not stirred for too long: stop at the next await. */
  readonly signal: AbortSignal;
  /** Says that the work goes on. */
  readonly beat: () => void;
}

/** `silent`: the work did not go on for so long that it was given up. `stolen`: another tab has taken over. */
export type Locked<T> =
  | { readonly ran: true; readonly value: T }
  | { readonly ran: false; readonly reason: "busy" | "stolen" | "silent" };

export interface DrainLock {
  readonly run: <T>(work: (turn: Turn) => Promise<T>) => Promise<Locked<T>>;
  readonly close: () => void;
}

/**
 * Lets one tab at a time drain. A lock whose holder is silent is stolen, so that a frozen tab stops nobody; a holder
 * that wakes up afterwards finds its turn ended. The lock spares requests and is not what keeps edits safe: the
 * protocol takes every delivery twice without harm, so that two tabs may overlap, and a browser without locks too.
 */
export function createDrainLock({
  locks,
  name,
  heartbeats,
  elapsed,
  later,
}: DrainLockOptions): DrainLock {
  /** When the present holder was last known to stir; null while nobody else has the lock. */
  let heardAt: number | null = null;
  let isClosed = false;
  /** A turn may still be at its last step when the page lets go of the lock: a closed channel would throw. */
  const stir = (): void => {
    if (!isClosed) heartbeats?.beat();
  };
  heartbeats?.onBeat(() => {
    heardAt = elapsed();
  });

  async function take<T>(
    options: LockOptions,
    work: (turn: Turn) => Promise<T>,
  ): Promise<Locked<T>> {
    const turn = createTurn({ stir, later });
    const hold = async (lock: Lock | null): Promise<Locked<T>> => {
      if (!lock) {
        heardAt ??= elapsed();
        return { ran: false, reason: "busy" };
      }
      heardAt = null;
      return turn.run(work);
    };
    try {
      return locks ? await locks.request(name, options, hold) : await turn.run(work);
    } catch (error) {
      if (!isStolen(error, turn)) throw error;
      turn.end();
      return { ran: false, reason: "stolen" };
    }
  }

  return {
    run(work) {
      const isSilent = heardAt !== null && elapsed() - heardAt >= LOCK_PATIENCE_MS;
      return take(isSilent ? { steal: true } : { ifAvailable: true }, work);
    },
    close: () => {
      isClosed = true;
      heartbeats?.close();
    },
  };
}

type TurnOptions = Pick<DrainLockOptions, "later"> & { readonly stir: () => void };

function createTurn({ stir, later }: TurnOptions) {
  const ending = new AbortController();
  let failed = false;
  const ended = Promise.withResolvers<{ ran: false; reason: "silent" }>();
  let cancel = () => {};
  const end = (): void => {
    cancel();
    ending.abort();
    ended.resolve({ ran: false, reason: "silent" });
  };
  const beat = (): void => {
    if (ending.signal.aborted) return;
    cancel();
    cancel = later(end, LOCK_PATIENCE_MS);
    stir();
  };
  const run = async <T>(work: (turn: Turn) => Promise<T>): Promise<Locked<T>> => {
    beat();
    try {
      const worked = work({ signal: ending.signal, beat }).then((value) => ({
        ran: true as const,
        value,
      }));
      return await Promise.race([worked, ended.promise]);
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      cancel();
    }
  };
  return { run, end, hasFailed: () => failed };
}

/** The request of a lock that was stolen is rejected, whatever the work still does. */
const isStolen = (error: unknown, turn: { hasFailed: () => boolean }): boolean =>
  !turn.hasFailed() && error instanceof DOMException && error.name === "AbortError";
