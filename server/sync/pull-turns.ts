import { bulkhead } from "cockatiel";

/**
 * Pulls at a time. A page is some milliseconds of work in one piece, and on Postgres a connection of three: when a fleet
 * comes back into range, the pushes, which are somebody's work, must get in between.
 */
const AT_ONCE = 2;

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets pulls wait for each other, and everything that has come in meanwhile go before each of them. */
export function createPullTurns(): InTurn {
  const turns = bulkhead(AT_ONCE, Number.POSITIVE_INFINITY);
  return (work) =>
    turns.execute(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return work();
    });
}
