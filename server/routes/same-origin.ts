import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import { refuse } from "./refuse.ts";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Keeps other sites from writing with a signed-in browser's cookie. Browsers say where a request comes
 * from in `Sec-Fetch-Site`, older ones in `Origin`; a program that sends neither has no cookie to abuse.
 *
 * @param publicUrl our own origin.
 */
export const sameOriginWrites =
  (publicUrl: string): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (safeMethods.has(context.req.method)) return next();
    const site = context.req.header("sec-fetch-site");
    const origin = context.req.header("origin");
    const ours =
      site === undefined ? origin === undefined || origin === publicUrl : site === "same-origin";
    if (ours) return next();
    return refuse(context, "forbidden", {
      message: "This request came from another site, so nothing was done.",
    });
  };
