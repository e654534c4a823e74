import { createClient } from "@redis/client";

const CONNECT_TIMEOUT_MS = 5000;
/** How long the answer to one command is waited for. */
const COMMAND_TIMEOUT_MS = 2000;
/** A connection that a firewall forgot looks open for a quarter of an hour: we speak to ourselves over it this often. */
const ECHO_EVERY_MS = 5000;
const PREFIX = "paintbox:live:";

/** Two connections to a Redis, one that tells and one that listens, for as long as both are known to work. */
export interface RedisLink {
  /** Lost messages are nobody's error: whether the link works is found out otherwise. */
  publish(channel: string, text: string): void;
  /** Resolves when messages of the channel arrive from now on; rejects when the link is lost. */
  subscribe(channel: string): Promise<void>;
  unsubscribe(channel: string): void;
  /** Resolves when the link does not work any more, with the reason; it has let go of the connections then. */
  readonly lost: Promise<Error>;
  close(): void;
}

/**
 * @param onMessage is given what others, and we ourselves, published on a channel that we subscribed to.
 * @throws when Redis does not take the connections.
 */
export async function openRedisLink(
  url: string,
  onMessage: (channel: string, text: string) => void,
): Promise<RedisLink> {
  // The older protocol, which Redis' relatives speak as well; it wants a connection for listening alone.
  const client = () =>
    createClient({
      url,
      RESP: 2,
      socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: false },
      // Nothing is told late: what waited for a connection would be told by then in another way.
      disableOfflineQueue: true,
      commandOptions: { timeout: COMMAND_TIMEOUT_MS },
      maintNotifications: "disabled",
    });
  const [teller, listener] = [client(), client()];
  const ended = Promise.withResolvers<Error>();
  /** Whether our last call has come back; null until there is a link to call over. */
  let isHeard: boolean | null = null;
  const echo = setInterval(() => callOut(), ECHO_EVERY_MS);
  const end = (reason: Error): void => {
    clearInterval(echo);
    for (const connection of [teller, listener])
      if (connection.isOpen || connection.isReady) connection.destroy();
    ended.resolve(reason);
  };
  const failed = (error: unknown): void =>
    end(error instanceof Error ? error : new Error(String(error)));
  for (const connection of [teller, listener]) {
    connection.on("error", failed);
    connection.on("end", () => end(new Error("The connection has ended.")));
  }
  const receive = (text: string, channel: string): void =>
    onMessage(channel.slice(PREFIX.length), text);

  const own = `echo:${crypto.randomUUID()}`;
  const callOut = (): void => {
    if (isHeard === null) return;
    if (!isHeard) return end(new Error("Redis takes messages and does not hand them out."));
    isHeard = false;
    teller.publish(PREFIX + own, "").catch(failed);
  };
  try {
    await Promise.all([teller.connect(), listener.connect()]);
    await listener.subscribe(PREFIX + own, () => {
      isHeard = true;
    });
    isHeard = true;
  } catch (error) {
    failed(error);
    throw error;
  }
  return {
    publish: (channel, text) => void teller.publish(PREFIX + channel, text).catch(failed),
    subscribe: (channel) => listener.subscribe(PREFIX + channel, receive),
    unsubscribe: (channel) => void listener.unsubscribe(PREFIX + channel, receive).catch(failed),
    lost: ended.promise,
    close: () => end(new Error("It was closed.")),
  };
}
