import type { Clock } from "./clock.ts";
import { errorFields, type Log } from "./observe/log.ts";
import { type Loop, startLoop } from "./salesforce/loop.ts";
import { pruneEscrows } from "./session/prune-escrows.ts";
import { advanceHorizon } from "./store/dormancy.ts";
import type { Store } from "./store/store.ts";

/** A day more or less does not matter to anybody. */
const EVERY_MS = 6 * 60 * 60_000;
const RETRY_MS = 60_000;

/**
 * Lets estimates fall dormant, and takes away what was long brought back out of safekeeping, for as long as the process
 * lives; a round that fails is tried again.
 */
export const startHousekeeping = ({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Loop =>
  startLoop(async () => {
    try {
      await advanceHorizon(store, clock.now());
      await pruneEscrows(store, clock.now());
      return EVERY_MS;
    } catch (error) {
      log.error("housekeeping.failed", errorFields(error));
      return RETRY_MS;
    }
  });
