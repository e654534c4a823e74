import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import {
  type ErrorCode,
  OLDEST_SCHEMA,
  PROTOCOL,
  pullRequestSchema,
  pushRequestSchema,
  SCHEMA,
} from "../../shared/sync/wire.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { AppEnv } from "../identity.ts";
import { cookiesFor } from "../session/cookies.ts";
import { noteDevice } from "../session/devices.ts";
import { type Observe, unobserved } from "../observe/observation.ts";
import type { Store } from "../store/store.ts";
import type { Hub } from "../sync/hub.ts";
import { pull } from "../sync/pull.ts";
import { createPullTurns } from "../sync/pull-turns.ts";
import { push } from "../sync/push.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

export interface SyncParts {
  readonly config: Pick<Config, "publicUrl">;
  readonly store: Store;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly observe?: Observe | undefined;
  /** Records of a page at the most; `PULL_LIMIT` when left out. */
  readonly pullLimit?: number | undefined;
}

/** `POST /push` and `POST /pull`, for whoever is signed in (docs/sync.md). */
export const syncRoutes = ({
  config,
  store,
  hub,
  clock,
  pullLimit,
  observe = unobserved,
}: SyncParts) => {
  const { device } = cookiesFor(config.publicUrl);
  const inTurn = createPullTurns();
  return new Hono<AppEnv>()
    .post("/push", async (context) => {
      const request = await readRequest(context, pushRequestSchema);
      if (!request.ok) return request.response;
      const { identity } = context.var;
      const result = await push(store, identity, request.value, clock.now());
      if (!result.ok) return refuse(context, result.error, { details: result.details });
      observe({ kind: "push", results: result.response.results });
      const deviceId = device.read(context);
      if (deviceId !== undefined)
        await noteDevice(store, identity, request.value.clientId, deviceId);
      if (result.rev !== null) hub.poke(identity.companyId, result.rev);
      return context.json(result.response);
    })
    .post("/pull", async (context) => {
      const request = await readRequest(context, pullRequestSchema);
      if (!request.ok) return request.response;
      const result = await inTurn(() =>
        pull(store, context.var.identity, request.value, pullLimit),
      );
      if (!result.ok) return refuse(context, result.error);
      observe({ kind: "pull", records: result.response.records.length });
      return context.json(result.response);
    });
};

type RequestResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

/** What every version of a tablet says first, so that a newer one is told more than "not allowed". */
const versionsSchema = z.object({ protocol: z.int(), schema: z.int() });

async function readRequest<T>(
  context: Context<AppEnv>,
  schema: z.ZodMiniType<T>,
): Promise<RequestResult<T>> {
  const refused = (code: ErrorCode, status?: 415): RequestResult<T> => ({
    ok: false,
    response: refuse(context, code, { status }),
  });
  const body = await readJsonBody(context);
  if (!body.ok) {
    return body.error === "not_json_type" ? refused("body_not_json", 415) : refused(body.error);
  }
  const versions = z.safeParse(versionsSchema, body.value);
  if (!versions.success) return refused("body_invalid");
  if (versions.data.protocol !== PROTOCOL) return refused("protocol_unsupported");
  if (versions.data.schema < OLDEST_SCHEMA || versions.data.schema > SCHEMA)
    return refused("schema_unsupported");
  const parsed = z.safeParse(schema, body.value);
  return parsed.success ? { ok: true, value: parsed.data } : refused("body_invalid");
}
