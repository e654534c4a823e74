import { createLocalJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { leaseClaimsSchema } from "../../shared/session/lease.ts";
import { proofNeededSchema } from "../../shared/session/refresh.ts";
import { PERSON_HEADER } from "../../shared/sync/wire.ts";
import { answered } from "../salesforce/errors.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { silentLog } from "../observe/log.ts";
import { createPersonCheck, PERSON_KEPT_MS } from "./check-person.ts";
import { PROOF_TOLERANCE_MS } from "./proof.ts";
import { createTestSigner, type TestSigner } from "./testing/test-signer.ts";
import {
  createTestSessions,
  erin,
  isServed,
  luz,
  marcus,
  type TestSessions,
} from "./testing/test-sessions.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REFRESH = "/api/session/refresh";

describe.each(quickKinds)("keeping a session on $name", (kind) => {
  let now: number;
  const clock = { now: () => now };
  let store: Store;
  let signer: TestSigner;
  let sessions: TestSessions;

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 2, 15);
    store = await kind.fresh();
    signer = await createTestSigner(clock);
    sessions = createTestSessions({ store, clock, signer });
  });
  afterEach(() => store.close());

  test("a tablet whose clock is years off is told the time and comes in", async () => {
    const tablet = await sessions.signedIn(erin, { hasKey: false });
    await tablet.makeKey();
    Object.assign(tablet, { now: () => now - 900 * DAY });
    const dpop = await tablet.proof(REFRESH);
    const body = { waiting: null };
    const first = await tablet.go(REFRESH, { method: "POST", body, headers: { dpop } });
    expect(first.status).toBe(401);
    const told: unknown = await first.json();
    expect(told).toMatchObject({ error: { code: "proof_needed" } });
    expect(z.parse(proofNeededSchema, told).serverTime).toBe(now);
    expect(await tablet.refresh(2)).toMatchObject({ serverTime: now, session: erin, wipe: false });
  });

  test("a proof counts once, for one address, with one key, and for two minutes", async () => {
    const tablet = await sessions.signedIn(erin);
    const body = { waiting: 0 };
    const send = async (dpop: string) =>
      (await tablet.go(REFRESH, { method: "POST", body, headers: { dpop } })).status;
    const proof = await tablet.proof(REFRESH);
    expect(await send(proof)).toBe(200);
    expect(await send(proof)).toBe(401);
    expect(await send(await tablet.proof("/api/session/wiped"))).toBe(401);
    expect(await send(await tablet.proof(REFRESH, "GET"))).toBe(401);
    expect(await send(await tablet.proof(REFRESH, "POST", now - PROOF_TOLERANCE_MS - 1000))).toBe(
      401,
    );
    const [head = "", claims = "", signature = ""] = (await tablet.proof(REFRESH)).split(".");
    expect(await send(`${head}.${claims}.${signature.slice(0, -4)}AAAA`)).toBe(401);
    expect(await send(await tablet.proof(REFRESH))).toBe(200);
  });

  test("a tablet that has lost its key signs in again, and nobody else is signed out by that", async () => {
    const tablet = await sessions.signedIn(erin);
    const other = await sessions.signedIn(erin);
    await tablet.makeKey();
    expect(await tablet.refresh()).toBeNull();
    expect(await isServed(other)).toBe(true);
  });

  test("one person's records do not travel with another's cookie", async () => {
    const tablet = await sessions.signedIn(marcus);
    const push = (userId: string) =>
      tablet.go("/api/sync/push", { method: "POST", headers: { [PERSON_HEADER]: userId } });
    expect((await push(marcus.userId)).status).toBe(200);
    const refused = await push(erin.userId);
    expect(await refused.json()).toMatchObject({ error: { code: "signed_out" } });
  });

  test("a lease is signed for this tablet, this person and fourteen days, and never outlives the session", async () => {
    const tablet = await sessions.signedIn(luz);
    const keys = createLocalJWKSet({ keys: [...signer.jwks.keys] });
    const claimsOf = async () => {
      const lease = (await tablet.refresh())?.lease ?? "";
      const options = { typ: "paintbox-lease+jwt", currentDate: new Date(now) };
      return z.parse(leaseClaimsSchema, (await jwtVerify(lease, keys, options)).payload);
    };
    const claims = await claimsOf();
    expect(claims).toMatchObject({ sub: luz.userId, org: luz.companyId, role: "painter" });
    expect(claims.exp - claims.iat).toBe(14 * 24 * 60 * 60);
    for (let day = 0; day < 85; day += 5) {
      now += 5 * DAY;
      await tablet.refresh();
    }
    const last = await claimsOf();
    expect(last.exp - last.iat).toBe(5 * 24 * 60 * 60);
  });

  test("a server without keys gives no lease, and everything else", async () => {
    const none = () => Promise.resolve({ ok: false } as const);
    sessions = createTestSessions({ store, clock, signer: { sign: none, verify: none } });
    const tablet = await sessions.signedIn(erin);
    expect(await tablet.refresh()).toMatchObject({ lease: null, session: erin });
    const token = await tablet.goProven("/api/session/token", {});
    expect(token.status).toBe(503);
    expect(token.headers.get("retry-after")).not.toBeNull();
  });

  test("what the tablet says of unsent work, and refreshes of a stranger, a list and a number too many", async () => {
    const tablet = await sessions.signedIn(erin);
    await tablet.refresh(7);
    const row = await store.db.selectFrom("session_family").selectAll().executeTakeFirst();
    expect(row).toMatchObject({ waiting: 7, seen_at: now });
    for (const body of [[], { waiting: -1 }, { waiting: 1, more: 2 }, null])
      expect((await tablet.goProven(REFRESH, body)).status).toBe(400);
    expect(
      (await sessions.unpacked().go(REFRESH, { method: "POST", body: { waiting: 1 } })).status,
    ).toBe(401);
  });

  describe("what Salesforce says of a person", () => {
    let standing: { IsActive: boolean; UserRole: { Name: string } | null; Profile: null } | null;
    let asked: number;
    const salesforce: Pick<SalesforceClient, "query"> = {
      query: (_query, record) => {
        asked += 1;
        return Promise.resolve(answered(standing ? [z.parse(record, standing)] : []));
      },
    };
    beforeEach(() => {
      asked = 0;
      standing = { IsActive: true, UserRole: { Name: "Estimator" }, Profile: null };
      const checkPerson = createPersonCheck({ store, clock, log: silentLog, salesforce });
      sessions = createTestSessions({ store, clock, signer, checkPerson });
    });

    test("is asked once in a quarter of an hour, and a new role comes with the next refresh", async () => {
      const [tablet, other] = [await sessions.signedIn(erin), await sessions.signedIn(erin)];
      now += PERSON_KEPT_MS;
      standing = { IsActive: true, UserRole: { Name: "Regional Manager" }, Profile: null };
      expect(await tablet.refresh()).toMatchObject({ session: { role: "manager" } });
      expect(await other.refresh()).toMatchObject({ session: { role: "manager" } });
      expect(asked).toBe(1);
      const who = await tablet.go("/api/sync/pull", { method: "POST" });
      expect(await who.json()).toMatchObject({ role: "manager" });
    });

    test("ends all sessions of somebody who was deactivated, and of nobody else", async () => {
      const [tablet, other] = [await sessions.signedIn(erin), await sessions.signedIn(erin)];
      const bystander = await sessions.signedIn(marcus);
      now += PERSON_KEPT_MS;
      standing = { IsActive: false, UserRole: null, Profile: null };
      expect(await tablet.refresh()).toBeNull();
      expect(await isServed(other)).toBe(false);
      standing = null;
      expect(await bystander.refresh()).not.toBeNull();
      const rows = await store.db.selectFrom("session_family").select("ended_why").execute();
      expect(rows.filter(({ ended_why: why }) => why === "deactivated")).toHaveLength(2);
      expect(rows.filter(({ ended_why: why }) => why === null)).toHaveLength(1);
    });

    test("is nothing when it is away or does not show them: what was known stands", async () => {
      const tablet = await sessions.signedIn(luz);
      standing = null;
      now += PERSON_KEPT_MS;
      expect(await tablet.refresh()).toMatchObject({ session: { role: "painter" } });
    });
  });
});
