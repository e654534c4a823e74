import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Pairing, PAIRING_LIFETIME_MS, pairingSchema } from "../../shared/session/pairing.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { ACCESS_TOKEN_MS } from "./access-token.ts";
import { signOutDevice } from "./device-orders.ts";
import { createTestSigner } from "./testing/test-signer.ts";
import {
  createTestSessions,
  erin,
  isServed,
  marcus,
  ORIGIN,
  type TestSessions,
} from "./testing/test-sessions.ts";
import type { TestTablet } from "./testing/test-tablet.ts";

const POST = "POST";

describe.each(quickKinds)("in a person's name on $name", (kind) => {
  let now: number;
  const clock = { now: () => now };
  let store: Store;
  let sessions: TestSessions;

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 2, 15);
    store = await kind.fresh();
    const signer = await createTestSigner(clock);
    sessions = createTestSessions({ store, clock, signer });
  });
  afterEach(() => store.close());

  describe("pairing", () => {
    const begin = async (tablet: TestTablet): Promise<Pairing> =>
      z.parse(pairingSchema, await (await tablet.goProven("/api/session/pairings", {})).json());
    const look = (tablet: TestTablet, code: string) =>
      tablet.go("/api/session/pair/look", { method: POST, body: { code } });
    const pair = (tablet: TestTablet, code: string) =>
      tablet.go("/api/session/pair", { method: POST, body: { code } });
    const stateOf = async (tablet: TestTablet, id: string): Promise<unknown> =>
      (await tablet.go(`/api/session/pairings/${id}`)).json();

    test("makes a new tablet its person's, once, and the first one hears of it", async () => {
      const tablet = await sessions.signedIn(erin);
      const { id, code, leftMs } = await begin(tablet);
      expect(code).toMatch(/^[0-9A-Z]{26}$/);
      expect(leftMs).toBe(PAIRING_LIFETIME_MS);
      const another = sessions.unpacked();
      const whose: unknown = await (await look(another, code)).json();
      expect(whose).toEqual({ userName: erin.userName, companyName: erin.companyName });
      expect(await stateOf(tablet, id)).toEqual({ state: "waiting" });
      expect((await pair(another, code)).status).toBe(204);
      expect(await stateOf(tablet, id)).toEqual({ state: "used" });
      await another.makeKey();
      expect(await another.refresh()).toMatchObject({ session: { userName: erin.userName } });
      expect(await isServed(another)).toBe(true);
      for (const again of [pair(sessions.unpacked(), code), look(sessions.unpacked(), code)])
        expect((await again).status).toBe(404);
    });

    test("is over after three minutes", async () => {
      const tablet = await sessions.signedIn(erin);
      const { id, code } = await begin(tablet);
      now += PAIRING_LIFETIME_MS;
      expect((await pair(sessions.unpacked(), code)).status).toBe(404);
      expect(await stateOf(tablet, id)).toEqual({ state: "expired" });
    });

    test("ends with the sign-in that it comes from", async () => {
      const tablet = await sessions.signedIn(erin);
      await pair(sessions.unpacked(), (await begin(tablet)).code);
      const ends = await store.db.selectFrom("session_family").select("ends_at").execute();
      expect(new Set(ends.map(({ ends_at: at }) => at)).size).toBe(1);
    });

    test("is nothing that a copied cookie, or somebody who was signed out meanwhile, can do", async () => {
      const tablet = await sessions.signedIn(erin);
      const copy = tablet.copyWith(tablet.cookies.get("paintbox") ?? "");
      expect((await copy.goProven("/api/session/pairings", {})).status).toBe(401);
      const { code } = await begin(tablet);
      const by = { ...marcus };
      await signOutDevice(store, { by, deviceId: tablet.sessionId ?? "", now });
      expect((await pair(sessions.unpacked(), code)).status).toBe(404);
    });

    test("the store does not hold the code, and another session does not see it", async () => {
      const tablet = await sessions.signedIn(erin);
      const { id, code } = await begin(tablet);
      const rows = JSON.stringify(await store.db.selectFrom("pairing").selectAll().execute());
      expect(rows).not.toContain(code);
      const other = await sessions.signedIn(marcus);
      expect((await other.go(`/api/session/pairings/${id}`)).status).toBe(404);
    });

    test("nonsense is refused", async () => {
      for (const code of ["", "0".repeat(25), "U".repeat(26)])
        expect((await pair(sessions.unpacked(), code)).status).toBe(400);
      expect((await pair(sessions.unpacked(), "0".repeat(26))).status).toBe(404);
    });
  });

  describe("an access token", () => {
    const tokenOf = async (tablet: TestTablet): Promise<string> => {
      const answer = await tablet.goProven("/api/session/token", {});
      return z.parse(z.object({ access_token: z.string() }), await answer.json()).access_token;
    };
    const program = (path: string, token: string, method = POST) =>
      sessions.unpacked().go(path, { method, headers: { authorization: `Bearer ${token}` } });

    test("opens the interface for programs, and neither sync nor sessions nor devices", async () => {
      const token = await tokenOf(await sessions.signedIn(erin));
      expect(decodeProtectedHeader(token)).toMatchObject({ alg: "ES256", typ: "at+jwt" });
      expect(decodeJwt(token)).toMatchObject({
        aud: ORIGIN,
        sub: erin.userId,
        org: erin.companyId,
        role: "estimator",
      });
      expect((await program("/api/v1/calculations", token)).status).toBe(200);
      for (const [path, method] of [
        ["/api/sync/push", POST],
        ["/api/sync/pull", POST],
        ["/api/session/token", POST],
        ["/api/session/pairings", POST],
        ["/api/v1/devices", "GET"],
        ["/api/v1/devices/x/wipe", POST],
      ] as const)
        expect([path, (await program(path, token, method)).status]).toEqual([path, 401]);
    });

    test("ends after ten minutes, and with the session it comes from", async () => {
      const tablet = await sessions.signedIn(erin);
      const token = await tokenOf(tablet);
      now += ACCESS_TOKEN_MS + 1000;
      expect((await program("/api/v1/calculations", token)).status).toBe(401);
      const later = await tokenOf(tablet);
      expect((await program("/api/v1/calculations", later)).status).toBe(200);
      await signOutDevice(store, { by: marcus, deviceId: tablet.sessionId ?? "", now });
      expect((await program("/api/v1/calculations", later)).status).toBe(401);
    });

    test("of another type, another server or nobody is worth nothing", async () => {
      const tablet = await sessions.signedIn(erin);
      const elsewhere = await createTestSigner(clock);
      const claims = { aud: ORIGIN, iss: ORIGIN, sub: erin.userId, sid: tablet.sessionId };
      const signed = await elsewhere.sign(claims, { typ: "at+jwt", ttlMs: 60_000 });
      const forged = signed.ok ? signed.token : "";
      const lease = (await tablet.refresh())?.lease;
      for (const token of [forged, lease, "nonsense", ""])
        expect((await program("/api/v1/calculations", token ?? "")).status).toBe(401);
    });
  });
});
