import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { escrowRequestSchema } from "../../shared/session/devices.ts";
import {
  PROOF_HEADER,
  refreshRequestSchema,
  type RefreshResponse,
} from "../../shared/session/refresh.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import { readJsonBody } from "../routes/read-body.ts";
import { refuse } from "../routes/refuse.ts";
import type { Store } from "../store/store.ts";
import type { PersonCheck } from "./check-person.ts";
import { cookiesFor } from "./cookies.ts";
import { concludeWipe } from "./device-orders.ts";
import { keepInEscrow, MAX_ESCROW_BYTES } from "./escrow.ts";
import { type Family, findFamily, findFamilyById, sessionOf } from "./families.ts";
import { issueLease } from "./lease.ts";
import { readProof } from "./proof.ts";
import { type RefreshResult, refreshSession } from "./refresh-session.ts";
import { readCookieText } from "./secrets.ts";
import type { Signer } from "./signer.ts";

export interface KeepingParts {
  readonly publicUrl: string;
  readonly leaseDays: number;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly signer: Signer;
  readonly checkPerson: PersonCheck;
}

/** A refresh says one number. */
const MAX_REFRESH_BYTES = 1_000;

/**
 * What a tablet calls with its key, to stay signed in and to hear what is wanted of it: `POST /refresh`, and when it is to
 * be wiped `POST /escrow` and `POST /wiped`.
 */
export function keepingRoutes(parts: KeepingParts): Hono {
  const { publicUrl, leaseDays, store, clock, log, signer, checkPerson } = parts;
  const { session: cookie } = cookiesFor(publicUrl);

  /** Takes the cookie and the proof; answers with the session, or with the refusal. */
  async function refreshed(c: Context, waiting: number | null): Promise<Family | Response> {
    const text = cookie.read(c);
    if (text === undefined) return refuse(c, "signed_out");
    const proof = await readProof(c.req.header(PROOF_HEADER), {
      method: c.req.method,
      url: `${publicUrl}${c.req.path}`,
    });
    const now = clock.now();
    const shown = readCookieText(text);
    const result = await refreshSession({ store, log, now, waiting }, shown, proof);
    if (!result.ok) return refused(c, result, now);
    if (result.cookie !== null) cookie.write(c, result.cookie);
    return result.family;
  }

  return new Hono()
    .post("/refresh", async (c) => {
      const body = await readBody(c, refreshRequestSchema, MAX_REFRESH_BYTES);
      if (!body.ok) return body.response;
      const family = await refreshed(c, body.value.waiting);
      if (family instanceof Response) return family;
      await checkPerson(family.user_id);
      const now = clock.now();
      const found = await findFamilyById(store.db, family.id, now);
      if (!found) return refuse(c, "signed_out");
      const answer: RefreshResponse = {
        sessionId: found.id,
        session: sessionOf(found),
        serverTime: now,
        lease:
          found.wipe_asked_at === null ? await issueLease(signer, found, { now, leaseDays }) : null,
        wipe: found.wipe_asked_at !== null,
      };
      return c.json(answer);
    })
    .post("/escrow", async (c) => {
      // Before the body, which nobody else is to fill our memory with; the proof is looked at when it is here.
      const asking = await findFamily(store.db, readCookieText(cookie.read(c) ?? ""), clock.now());
      if (!asking) return refuse(c, "signed_out");
      if (asking.wipe_asked_at === null) return refuse(c, "forbidden");
      const body = await readBody(c, escrowRequestSchema, MAX_ESCROW_BYTES);
      if (!body.ok) return body.response;
      const family = await refreshed(c, null);
      if (family instanceof Response) return family;
      if (family.wipe_asked_at === null) return refuse(c, "forbidden");
      const kept = await keepInEscrow(store, family, body.value, clock.now());
      if (!kept.ok) return refuse(c, kept.error);
      log.info("escrow.kept", { session: family.id, edits: kept.edits });
      return c.json({ id: kept.id, edits: kept.edits });
    })
    .post("/wiped", async (c) => {
      const family = await refreshed(c, null);
      if (family instanceof Response) return family;
      if (family.wipe_asked_at === null) return refuse(c, "forbidden");
      await concludeWipe(store, family, clock.now());
      log.info("session.wiped", { session: family.id });
      const { device, signIn } = cookiesFor(publicUrl);
      for (const each of [cookie, device, signIn]) each.clear(c);
      // Nothing on this tablet is wanted any more: here it destroys nothing that is not on our disk.
      c.header("clear-site-data", '"cache", "cookies", "storage"');
      return c.body(null, 204);
    });
}

function refused(c: Context, result: Extract<RefreshResult, { ok: false }>, now: number): Response {
  if (result.error === "signed_out") return refuse(c, "signed_out");
  return refuse(c, "proof_needed", { details: { sessionId: result.sessionId, serverTime: now } });
}

type BodyOf<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

async function readBody<T>(
  c: Context,
  schema: z.ZodMiniType<T>,
  maxBytes: number,
): Promise<BodyOf<T>> {
  const body = await readJsonBody(c, maxBytes);
  if (!body.ok) {
    const response =
      body.error === "not_json_type"
        ? refuse(c, "body_not_json", { status: 415 })
        : refuse(c, body.error);
    return { ok: false, response };
  }
  const parsed = z.safeParse(schema, body.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, response: refuse(c, "body_invalid") };
}
