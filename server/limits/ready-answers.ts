import type { IncomingMessage } from "node:http";
import type { Observe } from "../observe/observation.ts";
import { clientAddress, isLoopback, type TrustedProxy } from "./client-address.ts";
import type { Limits } from "./limits.ts";

/**
 * The same limit as `limitByAddress` has for what everybody may read, for answers that are given in front of the app.
 *
 * @returns seconds until it is worth asking again; null when the request may be answered.
 */
export const limitReadyAnswers =
  ({
    limits,
    observe,
    trustedProxy,
  }: {
    readonly limits: Limits;
    readonly observe: Observe;
    readonly trustedProxy: TrustedProxy;
  }) =>
  (request: Pick<IncomingMessage, "headers" | "socket">): number | null => {
    const header = (name: string): string | undefined => request.headers[name]?.toString();
    const address = clientAddress({ header, env: { incoming: request } }, trustedProxy);
    if (isLoopback(address)) return null;
    const verdict = limits.count("public", "address", address);
    // What everybody may read is never counted together with other processes.
    if (verdict === null || verdict instanceof Promise || verdict.isWithin) return null;
    observe({ kind: "limited", limit: "public", by: "address" });
    return Math.ceil(verdict.resetMs / 1000);
  };
