import type { Context } from "hono";

/** Tries of one address in a minute: a person who types wrong needs three. The code alone cannot be guessed. */
const TRIES_A_MINUTE = 20;

interface Socket {
  readonly remoteAddress?: string | undefined;
}
interface NodeEnv {
  readonly incoming?: { readonly socket: Socket } | undefined;
}

/** @returns whether whoever asks may try a code once more. */
export function createPairingLimit(): (c: Context) => Promise<boolean> {
  let limiter: Promise<{ consume(key: string): Promise<unknown> }> | null = null;
  const load = async () => {
    const { RateLimiterMemory } = await import("rate-limiter-flexible");
    return new RateLimiterMemory({ points: TRIES_A_MINUTE, duration: 60 });
  };
  return async (c) => {
    limiter ??= load();
    // Where it runs without a socket (tests) everybody is one address.
    const env: NodeEnv | undefined = c.env;
    const address = env?.incoming?.socket.remoteAddress ?? "";
    try {
      await (await limiter).consume(address);
      return true;
    } catch {
      return false;
    }
  };
}
