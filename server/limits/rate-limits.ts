import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import type { Observe } from "../observe/observation.ts";
import { refuse } from "../routes/refuse.ts";
import { languageOf, SIGN_IN_PAGE_POLICY, signInPage } from "../session/sign-in-page.ts";
import { isLoopback } from "./client-address.ts";
import { type LimitClass, limitClassOf } from "./limit-class.ts";
import type { CountedBy, Limits } from "./limits.ts";
import { type Verdict, WINDOW_MS } from "./window-counts.ts";

/** So that not everybody who was refused comes back in the same second of the new minute. */
const SPREAD_SECONDS = 5;

export interface RateLimitParts {
  readonly limits: Limits;
  readonly observe: Observe;
  readonly addressOf: (context: Context<AppEnv>) => string;
  /** Names the device of a signed-in request, where it has a name. */
  readonly deviceOf: (context: Context<AppEnv>) => string | undefined;
  /** From 0 up to 1. */
  readonly random?: (() => number) | undefined;
}

/** Middleware in front of the guard: what one address may ask, whoever it is. */
export const limitByAddress = (parts: RateLimitParts): MiddlewareHandler<AppEnv> =>
  limitBy(parts, (context, limit) => {
    const address = parts.addressOf(context);
    // The probes of this machine and of what it runs in.
    return limit === "public" && isLoopback(address) ? [] : [["address", address]];
  });

/** Middleware behind the guard: what a person may ask, and each of their devices. */
export const limitByPerson = (parts: RateLimitParts): MiddlewareHandler<AppEnv> =>
  limitBy(parts, (context, limit) => {
    const identity: AppEnv["Variables"]["identity"] | undefined = context.get("identity");
    if (identity === undefined) return [];
    const device = limit === "sync" ? parts.deviceOf(context) : undefined;
    const { userId } = identity;
    return device === undefined
      ? [["person", userId]]
      : [
          ["device", `${userId} ${device}`],
          ["person", userId],
        ];
  });

type Keys = readonly (readonly [by: CountedBy, key: string])[];

const limitBy =
  (
    { limits, observe, random = Math.random }: RateLimitParts,
    keysOf: (context: Context<AppEnv>, limit: LimitClass) => Keys,
  ): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const limit = limitClassOf(context.var.route);
    for (const [by, key] of keysOf(context, limit)) {
      const counted = limits.count(limit, by, key);
      // Most are known at once, and waiting for nothing costs a turn of the loop.
      const verdict = counted instanceof Promise ? await counted : counted;
      if (verdict === null || verdict.isWithin) continue;
      observe({ kind: "limited", limit, by });
      return refuseForNow(context, limit, verdict, random());
    }
    return next();
  };

/** 429 with `Retry-After` and the headers of draft-ietf-httpapi-ratelimit-headers; a page for a person's browser. */
function refuseForNow(
  context: Context<AppEnv>,
  limit: LimitClass,
  verdict: Verdict,
  chance: number,
): Response | Promise<Response> {
  const resetSeconds = Math.ceil(verdict.resetMs / 1000);
  const retryAfterSeconds = resetSeconds + Math.floor(chance * SPREAD_SECONDS);
  context.header("ratelimit-policy", `"${limit}";q=${verdict.limit};w=${WINDOW_MS / 1000}`);
  context.header("ratelimit", `"${limit}";r=${verdict.remaining};t=${resetSeconds}`);
  if (limit !== "sign-in") return refuse(context, "rate_limited", { retryAfterSeconds });
  context.header("retry-after", String(retryAfterSeconds));
  context.header("content-security-policy", SIGN_IN_PAGE_POLICY);
  const language = languageOf(context.req.header("accept-language"));
  // No address to go back to: what was asked for is in a query that is not repeated here.
  return context.html(signInPage("crowded", language, "/"), 429);
}
