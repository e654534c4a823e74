import { Hono } from "hono";
import * as z from "zod/mini";
import { identifierSchema } from "../../shared/identifiers.ts";
import { archiveRequestSchema, type HistoryResponse } from "../../shared/sync/archive.ts";
import type { AppEnv } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { searchArchive } from "../sync/archive.ts";
import { estimateHistory } from "../sync/estimate-history.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** Bytes of a search at the most. */
const MAX_SEARCH_BYTES = 4096;

const beforeSchema = z.optional(z.string().check(z.regex(/^\d{1,15}$/)));

/** What a tablet asks while it has a signal: `GET /history/:estimateId` and `POST /archive` (shared/sync/archive.ts). */
export const archiveRoutes = ({ store }: { store: Store }) =>
  new Hono<AppEnv>()
    .get("/history/:estimateId", async (context) => {
      const before = z.safeParse(beforeSchema, context.req.query("before"));
      if (!before.success) return refuse(context, "body_invalid");
      const { companyId } = context.var.identity;
      const estimateId = context.req.param("estimateId");
      // What cannot be an id is no estimate; Postgres would stumble over some of it.
      if (!z.safeParse(identifierSchema, estimateId).success)
        return context.json({ entries: [], before: null } satisfies HistoryResponse);
      const until = before.data === undefined ? null : Number(before.data);
      return context.json(await estimateHistory(store, companyId, estimateId, until));
    })
    .post("/archive", async (context) => {
      const body = await readJsonBody(context, MAX_SEARCH_BYTES);
      if (!body.ok) {
        return body.error === "not_json_type"
          ? refuse(context, "body_not_json", { status: 415 })
          : refuse(context, body.error);
      }
      const request = z.safeParse(archiveRequestSchema, body.value);
      if (!request.success) return refuse(context, "body_invalid");
      return context.json(await searchArchive(store, context.var.identity.companyId, request.data));
    });
