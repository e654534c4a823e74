import { Hono } from "hono";
import { presenceRequestSchema } from "../../shared/sync/wire.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { PRESENCE_MS } from "../live/bus.ts";
import type { PresenceBoard } from "../live/presence-board.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

const MAX_PRESENCE_BYTES = 1000;
const MINUTE_MS = 60_000;
/** Twelve tabs of one person say three times a minute that they are there, and people leaf through estimates. */
export const MAX_PRESENCE_PER_MINUTE = 120;

/** `POST /presence`: a tab says which estimate it has open, or that it has none any more. */
export function presenceRoutes({ board, clock }: { board: PresenceBoard; clock: Clock }) {
  const isWithinRate = createMinuteLimit(MAX_PRESENCE_PER_MINUTE, clock);
  return new Hono<AppEnv>().post("/presence", async (context) => {
    const { companyId, userId, userName } = context.var.identity;
    if (!isWithinRate(userId)) return refuse(context, "rate_limited");
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
}

/** Counts by user, minute by minute; only those of this minute are remembered. */
function createMinuteLimit(limit: number, clock: Clock): (userId: string) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (userId) => {
    const current = Math.floor(clock.now() / MINUTE_MS);
    if (current !== minute) counts.clear();
    minute = current;
    const count = (counts.get(userId) ?? 0) + 1;
    counts.set(userId, count);
    return count <= limit;
  };
}
