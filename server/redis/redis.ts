import type { RedisClientType } from "@redis/client";
import type { Log } from "../observe/log.ts";

type None = Record<string, never>;
/** Speaks the older protocol, which Redis' relatives know as well. */
export type RedisClient = RedisClientType<None, None, None, 2>;

/**
 * A Redis that may be away: it is connected to in the background, again and again, and nothing waits for it. What is
 * kept there alone must be possible to do without.
 */
export interface Redis {
  /** The client while it is connected; null while it is not. A command that it has sent may take for ever. */
  client(): RedisClient | null;
  /** Runs a command; null when Redis is away or refuses, or has not answered in time and is left alone for a while. */
  ask<T>(command: (client: RedisClient) => Promise<T>): Promise<T | null>;
  /**
   * Hears what is published on a channel.
   *
   * @param onLinked called whenever listening begins, also anew: what was said before was missed.
   */
  listen(channel: string, onMessage: (text: string) => void, onLinked: () => void): void;
  close(): void;
}

const CONNECT_TIMEOUT_MS = 5000;
/** Whatever we keep in Redis is found elsewhere as well: longer than this is slower than going there. */
const ANSWER_MS = 250;
/** A Redis that hangs costs one wait in so long, and not one for each read. */
const LEFT_ALONE_MS = 5000;
/** Before it is tried again; doubles up to the longest, with a share of chance so that processes come one by one. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A connection that a firewall forgot is found out by this. */
const PING_EVERY_MS = 15_000;

/**
 * Begins to connect. The library is loaded here only, where a Redis is configured.
 *
 * @param answerMs how long an answer to `ask` is waited for.
 */
export async function openRedis(
  url: string,
  log: Log,
  answerMs: number = ANSWER_MS,
): Promise<Redis> {
  const { createClient } = await import("@redis/client");
  let isSaidAway = false;
  const connect = (): RedisClient => {
    const client: RedisClient = createClient({
      url,
      RESP: 2,
      socket: {
        connectTimeout: CONNECT_TIMEOUT_MS,
        reconnectStrategy: (retries) =>
          Math.min(FIRST_PAUSE_MS * 2 ** retries, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2),
      },
      pingInterval: PING_EVERY_MS,
      disableOfflineQueue: true,
      // For commands that wait to be sent; `ask` bounds those that Redis has taken.
      commandOptions: { timeout: answerMs },
      maintNotifications: "disabled",
    });
    client.on("ready", () => {
      if (isSaidAway) log.info("redis.back");
      isSaidAway = false;
    });
    client.on("error", (error: unknown) => {
      if (isSaidAway) return;
      isSaidAway = true;
      // Only the kind of failure: an address with its password may stand in the sentence.
      const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
      log.info("redis.away", { error: error instanceof Error ? error.name : typeof error, code });
    });
    // Fails only when it is closed before it ever answered; everything else is tried again.
    void client.connect().catch(() => undefined);
    return client;
  };

  const teller = connect();
  const listeners: RedisClient[] = [];
  let notBefore = 0;
  return {
    client: () => (teller.isReady ? teller : null),
    async ask(command) {
      if (!teller.isReady || performance.now() < notBefore) return null;
      const late = Promise.withResolvers<null>();
      const timer = setTimeout(() => {
        notBefore = performance.now() + LEFT_ALONE_MS;
        late.resolve(null);
      }, answerMs);
      try {
        return await Promise.race([command(teller), late.promise]);
      } catch {
        return null;
      } finally {
        clearTimeout(timer);
      }
    },
    listen(channel, onMessage, onLinked) {
      // The older protocol wants a connection for listening alone.
      const listener = connect();
      listeners.push(listener);
      let isSubscribed = false;
      listener.on("ready", () => {
        // Later times it subscribes anew by itself.
        if (isSubscribed) return onLinked();
        isSubscribed = true;
        void listener.subscribe(channel, onMessage).then(onLinked, () => {
          isSubscribed = false;
        });
      });
    },
    close() {
      for (const client of [teller, ...listeners]) if (client.isOpen) client.destroy();
    },
  };
}
