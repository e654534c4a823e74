/** /__sandbox__: switches and views that no real service has, the same for every sandbox. */
import { Hono } from "hono";

import type { FaultBook } from "./faults/fault-book.ts";
import { faultRuleSchema } from "./faults/fault-rule.ts";
import { styleSheet } from "./page/style.ts";
import type { RequestLog } from "./request-log.ts";

export type ControlDependencies = {
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly reset: () => void;
  /** What `GET /state` answers beside the number of faults. */
  readonly state: () => object;
};

export function controlRoutes({ faults, log, reset, state }: ControlDependencies): Hono {
  const app = new Hono();
  // A page of another site that is open in the same browser must not work the switches.
  app.use(async (c, next) => {
    const site = c.req.header("Sec-Fetch-Site") ?? "none";
    if (site !== "none" && site !== "same-origin") return c.text("Not from another site", 403);
    return next();
  });

  app.get("/style.css", (c) =>
    c.body(styleSheet, 200, { "Content-Type": "text/css; charset=UTF-8" }),
  );

  app.get("/faults", (c) => c.json(faults.list()));

  app.post("/faults", async (c) => {
    const rule = faultRuleSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!rule.success)
      return c.json({ error: "This is not a fault rule", issues: rule.error.issues }, 400);
    return c.json({ id: faults.add(rule.data) }, 201);
  });

  app.delete("/faults", (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  app.post("/reset", (c) => {
    reset();
    return c.body(null, 204);
  });

  app.get("/log", (c) => c.json(log.list()));

  app.get("/state", (c) => c.json({ ...state(), faults: faults.list().length }));

  return app;
}
