import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { pairRequestSchema } from "../../shared/session/pairing.ts";
import { PROOF_HEADER } from "../../shared/session/refresh.ts";
import type { Clock } from "../clock.ts";
import type { AppEnv } from "../identity.ts";
import { readJsonBody } from "../routes/read-body.ts";
import { refuse } from "../routes/refuse.ts";
import type { Store } from "../store/store.ts";
import { ACCESS_TOKEN_MS, issueAccessToken } from "./access-token.ts";
import { cookiesFor } from "./cookies.ts";
import { deviceName } from "./device-name.ts";
import { type Family, findFamilyById } from "./families.ts";
import { beginPairing, lookUpPairing, pairingState, spendPairing } from "./pairings.ts";
import { PROOF_TOLERANCE_MS, readProof } from "./proof.ts";
import { spendProof } from "./seen-proofs.ts";
import type { Signer } from "./signer.ts";

export interface PersonParts {
  readonly publicUrl: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly signer: Signer;
}

/** Keys come back within seconds; a program asks again then. */
const NO_KEY_RETRY_SECONDS = 5;
const MAX_PAIR_BYTES = 200;

/**
 * What a signed-in person lets others do in their name: `POST /token` for programs, `POST /pairings` and
 * `GET /pairings/:id` for another tablet, which calls `POST /pair/look` and `POST /pair`.
 */
export function personRoutes({ publicUrl, store, clock, signer }: PersonParts): Hono<AppEnv> {
  const { session: cookie, device } = cookiesFor(publicUrl);

  /** The session that asks, once its tablet has shown its key: a copied cookie must not make itself at home. */
  async function provenFamily(c: Context<AppEnv>): Promise<Family | Response> {
    const now = clock.now();
    const family = await findFamilyById(store.db, c.var.familyId ?? "", now);
    if (!family) return refuse(c, "signed_out");
    if (family.key_thumbprint === null) return family;
    const target = { method: c.req.method, url: `${publicUrl}${c.req.path}` };
    const proof = await readProof(c.req.header(PROOF_HEADER), target);
    const isTimely = proof && Math.abs(now - proof.madeAt) <= PROOF_TOLERANCE_MS;
    const isTheirs = proof?.thumbprint === family.key_thumbprint && proof.sessionId === family.id;
    if (proof && isTimely && isTheirs) {
      const isFirst = await store.write((tx) => spendProof(tx, family.id, proof.id, now));
      if (isFirst) return family;
    }
    return refuse(c, "proof_needed", { details: { sessionId: family.id, serverTime: now } });
  }

  async function codeOf(c: Context<AppEnv>): Promise<string | Response> {
    const body = await readJsonBody(c, MAX_PAIR_BYTES);
    const request = z.safeParse(pairRequestSchema, body.ok ? body.value : null);
    return request.success ? request.data.code : refuse(c, "body_invalid");
  }

  return new Hono<AppEnv>()
    .post("/token", async (c) => {
      const family = await provenFamily(c);
      if (family instanceof Response) return family;
      const token = await issueAccessToken({ signer, publicUrl }, family);
      if (token === null)
        return refuse(c, "unavailable", { retryAfterSeconds: NO_KEY_RETRY_SECONDS });
      return c.json({
        access_token: token,
        token_type: "Bearer",
        expires_in: ACCESS_TOKEN_MS / 1000,
      });
    })
    .post("/pairings", async (c) => {
      const family = await provenFamily(c);
      if (family instanceof Response) return family;
      return c.json(await beginPairing(store, family, clock.now()));
    })
    .get("/pairings/:id", async (c) => {
      const { familyId = "" } = c.var;
      const state = await pairingState(store, familyId, c.req.param("id"), clock.now());
      return state ? c.json({ state }) : refuse(c, "not_found");
    })
    .post("/pair/look", async (c) => {
      const code = await codeOf(c);
      if (code instanceof Response) return code;
      const shower = await lookUpPairing(store, code, clock.now());
      if (!shower) return refuse(c, "not_found");
      return c.json({ userName: shower.userName, companyName: shower.companyName });
    })
    .post("/pair", async (c) => {
      const code = await codeOf(c);
      if (code instanceof Response) return code;
      const deviceId = device.read(c) ?? randomUUID();
      const place = { deviceId, device: deviceName(c.req.header("user-agent")) };
      const text = await spendPairing(store, code, place, clock.now());
      if (text === null) return refuse(c, "not_found");
      cookie.write(c, text);
      device.write(c, deviceId);
      return c.body(null, 204);
    });
}
