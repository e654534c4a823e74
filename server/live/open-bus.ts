import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import type { Store } from "../store/store.ts";
import type { Bus } from "./bus.ts";
import { createDatabaseBus } from "./database-bus.ts";
import { createProcessBus } from "./process-bus.ts";

export interface LiveOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Empty: none. */
  readonly redisUrl: string;
}

/** How this deployment's processes hear of each other; an embedded store has one process only. */
export async function openBus({ redisUrl, ...parts }: LiveOptions): Promise<Bus> {
  if (!parts.store.isShared) return createProcessBus();
  if (redisUrl === "") return createDatabaseBus(parts);
  // Loaded only where it is used.
  const { createRedisBus } = await import("./redis-bus.ts");
  return createRedisBus({ ...parts, redisUrl });
}
