import { Hono } from "hono";
import { presenceRequestSchema } from "../../shared/sync/wire.ts";
import type { AppEnv } from "../identity.ts";
import { PRESENCE_MS } from "../live/bus.ts";
import type { PresenceBoard } from "../live/presence-board.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

const MAX_PRESENCE_BYTES = 1000;

/** `POST /presence`: a tab says which estimate it has open, or that it has none any more. */
export const presenceRoutes = ({ board }: { board: PresenceBoard }) =>
  new Hono<AppEnv>().post("/presence", async (context) => {
    const { companyId, userId, userName } = context.var.identity;
    const body = await readJsonBody(context, MAX_PRESENCE_BYTES);
    if (!body.ok) {
      return body.error === "not_json_type"
        ? refuse(context, "body_not_json", { status: 415 })
        : refuse(context, body.error);
    }
    const said = presenceRequestSchema.safeParse(body.value);
    if (!said.success) return refuse(context, "body_invalid");
    board.see(companyId, { ...said.data, userId, name: userName, remainingMs: PRESENCE_MS });
    return context.body(null, 204);
  });
