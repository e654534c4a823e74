import { Hono } from "hono";
import * as z from "zod/mini";
import { vitalsSchema } from "../../shared/vitals.ts";
import type { AppEnv } from "../identity.ts";
import type { Observe } from "../observe/observation.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** All five of a page take some 250. */
const MAX_VITALS_BYTES = 1000;

/** `POST /vitals`: how a page felt to whoever used it. Counted, not kept; nobody's name or id is in it. */
export const vitalsRoutes = ({ observe }: { observe: Observe }) =>
  new Hono<AppEnv>().post("/vitals", async (context) => {
    const body = await readJsonBody(context, MAX_VITALS_BYTES);
    if (!body.ok) {
      return body.error === "not_json_type"
        ? refuse(context, "body_not_json", { status: 415 })
        : refuse(context, body.error);
    }
    const told = z.safeParse(vitalsSchema, body.value);
    if (!told.success) return refuse(context, "body_invalid");
    const { route, connection, vitals } = told.data;
    for (const vital of vitals) observe({ kind: "vital", route, connection, ...vital });
    return context.body(null, 204);
  });
