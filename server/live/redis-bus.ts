import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../observe/log.ts";
import type { Bus } from "./bus.ts";
import {
  createDatabaseBus,
  type DatabaseBusOptions,
  LOOK_MS,
  SAFETY_LOOK_MS,
} from "./database-bus.ts";
import { readLiveMessage } from "./live-message.ts";
import { openRedisLink, type RedisLink } from "./redis-link.ts";

/** Before Redis is tried again; doubles up to the longest, with a share of chance so that processes come one by one. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Through Redis, with the database behind it: it is looked at fast while Redis is away, and slowly beside it, for
 * what got lost there. The process starts and works without Redis.
 */
export function createRedisBus(
  options: Omit<DatabaseBusOptions, "onListened"> & { readonly redisUrl: string },
): Bus {
  const { log, redisUrl } = options;
  const closing = new AbortController();
  const listened = new Set<string>();
  let link: RedisLink | null = null;
  const database = createDatabaseBus({
    ...options,
    onListened(companyId, isListened) {
      if (isListened) listened.add(companyId);
      else listened.delete(companyId);
      if (isListened) void listenFor(companyId);
      else link?.unsubscribe(companyId);
    },
  });

  async function listenFor(companyId: string): Promise<void> {
    try {
      await link?.subscribe(companyId);
      // What was told before Redis knew that we listen is in the database.
      if (link !== null) database.lookEvery(SAFETY_LOOK_MS);
    } catch {
      // The link says itself that it is lost.
    }
  }

  async function keepLinked(): Promise<void> {
    let failures = 0;
    while (!closing.signal.aborted) {
      const reason = await linked(() => {
        failures = 0;
      });
      link = null;
      if (closing.signal.aborted) return;
      database.lookEvery(LOOK_MS);
      if (failures === 0) logAway(log, reason);
      const longest = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures += 1;
      await pause(longest * (0.5 + Math.random() / 2), undefined, {
        signal: closing.signal,
      }).catch(() => undefined);
    }
  }

  /** From the attempt to connect to the end of the link; why it ended. */
  async function linked(onLinked: () => void): Promise<unknown> {
    try {
      const opened = await openRedisLink(redisUrl, receive);
      if (closing.signal.aborted) opened.close();
      link = opened;
      await Promise.all(Array.from(listened, (companyId) => opened.subscribe(companyId)));
      onLinked();
      log.info("live.redis_linked");
      database.lookEvery(SAFETY_LOOK_MS);
      return await opened.lost;
    } catch (error) {
      link?.close();
      return error;
    }
  }

  function receive(companyId: string, text: string): void {
    const message = readLiveMessage(text);
    if (message !== null) database.deliver(companyId, message);
  }

  const linking = keepLinked();
  return {
    publish(companyId, message) {
      database.publish(companyId, message);
      link?.publish(companyId, JSON.stringify(message));
    },
    subscribe: database.subscribe,
    report: () =>
      link === null ? { through: "database", redis: "away" } : { through: "redis", redis: "ok" },
    async close() {
      closing.abort();
      link?.close();
      await linking;
      await database.close();
    },
  };
}

/** Only the kind of failure: an address with its password may stand in the sentence. */
function logAway(log: Log, reason: unknown): void {
  const code = reason instanceof Error && "code" in reason ? String(reason.code) : undefined;
  log.info("live.redis_away", {
    error: reason instanceof Error ? reason.name : typeof reason,
    code,
    instead: "the database is asked",
  });
}
