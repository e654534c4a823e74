import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../identity.ts";
import { limitClassOf } from "../limits/limit-class.ts";
import type { Observe } from "../observe/observation.ts";
import type { BodyBudget } from "./body-budget.ts";

/**
 * Middleware behind the guard: what a request's body takes of the budget, `routes/read-body.ts` asks of `bodyShare`; it is
 * given back with the answer, because what was read lives on as values until then. Photos are never held whole, and take
 * nothing.
 */
export const boundBodies =
  ({
    budget,
    addressOf,
    observe,
  }: {
    readonly budget: BodyBudget;
    readonly addressOf: (context: Context<AppEnv>) => string;
    readonly observe: Observe;
  }): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    const identity: AppEnv["Variables"]["identity"] | undefined = context.get("identity");
    const share = budget.share(identity?.userId ?? addressOf(context));
    context.set("bodyShare", share);
    try {
      await next();
    } finally {
      share.release();
      if (share.isRefused())
        observe({ kind: "turned-away", limit: limitClassOf(context.var.route) });
    }
  };
