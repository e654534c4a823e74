import { isIP } from "node:net";

/**
 * Whom we believe about the address that a request comes from.
 *
 * - `null`: nobody; it is the other end of the connection.
 * - `fly`: the header `Fly-Client-IP`, which Fly's proxy sets over whatever came in.
 * - a number: that many proxies of ours, each of which appends to `X-Forwarded-For`. What stands further left in it
 *   was written by whoever asked.
 */
export type TrustedProxy = null | "fly" | number;

interface Asked {
  readonly header: (name: string) => string | undefined;
  /** What the adapter hands along with the request; null in tests without a socket. */
  readonly env: unknown;
}

/** The address that a request counts for; "unknown" where there is no socket. Never longer than an address is. */
export function clientAddress({ header, env }: Asked, proxy: TrustedProxy): string {
  const peer = peerAddress(env);
  if (proxy === null) return counted(peer);
  const told =
    proxy === "fly" ? header("fly-client-ip") : header("x-forwarded-for")?.split(",").at(-proxy);
  const address = told?.trim() ?? "";
  return counted(isIP(address) === 0 ? peer : address);
}

/**
 * What an address is counted as. A household or a phone has a whole /64 of IPv6 to choose from, so that is one; IPv4
 * inside IPv6 is IPv4.
 */
export function counted(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(plain) !== 6) return plain;
  const [head = "", tail] = (plain.split("%")[0] ?? "").toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** From this machine itself: its own probes. */
export const isLoopback = (address: string): boolean =>
  address.startsWith("127.") || address === "0:0:0:0::/64";

function peerAddress(env: unknown): string {
  if (typeof env !== "object" || env === null || !("incoming" in env)) return "unknown";
  const { incoming } = env;
  if (typeof incoming !== "object" || incoming === null || !("socket" in incoming))
    return "unknown";
  const { socket } = incoming;
  if (typeof socket !== "object" || socket === null || !("remoteAddress" in socket))
    return "unknown";
  return typeof socket.remoteAddress === "string" ? socket.remoteAddress : "unknown";
}
