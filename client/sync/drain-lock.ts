/** A tab that was frozen keeps its lock; after this long the others stop waiting for it. */
export const LOCK_PATIENCE_MS = 60_000;

export type Locked<T> = { readonly ran: true; readonly value: T } | { readonly ran: false };

/**
 * Lets one tab at a time drain, as long as that works. The lock spares requests and is not what keeps
 * edits safe: the protocol takes every delivery twice without harm, so that a browser without locks, or a
 * lock that is held for too long, is simply passed by.
 */
export function createDrainLock(
  locks: LockManager | undefined,
  name: string,
  elapsed: () => number,
) {
  let busySince: number | null = null;
  return async <T>(work: () => Promise<T>): Promise<Locked<T>> => {
    const impatient = busySince !== null && elapsed() - busySince >= LOCK_PATIENCE_MS;
    if (!locks || impatient) {
      busySince = null;
      return { ran: true, value: await work() };
    }
    return locks.request(name, { ifAvailable: true }, async (lock): Promise<Locked<T>> => {
      busySince = lock ? null : (busySince ?? elapsed());
      return lock ? { ran: true, value: await work() } : { ran: false };
    });
  };
}
