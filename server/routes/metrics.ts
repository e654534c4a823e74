import { Hono } from "hono";
import type { AppEnv } from "../identity.ts";
import { refuse } from "./refuse.ts";

/** The type of Prometheus' text format, version 0.0.4. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** `GET /metrics`: this process' metrics for a manager; Prometheus reads them on a port of their own. */
export const metricsRoutes = ({ metricsText }: { metricsText: () => Promise<string | null> }) =>
  new Hono<AppEnv>().get("/metrics", async (context) => {
    const text = await metricsText();
    if (text === null) return refuse(context, "unavailable", { retryAfterSeconds: 1 });
    return context.body(text, 200, { "content-type": METRICS_TYPE });
  });
