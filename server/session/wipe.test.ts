import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { devicesResponseSchema, type ListedDevice } from "../../shared/session/devices.ts";
import type { Store } from "../store/store.ts";
import { quickKinds } from "../store/testing/store-kinds.ts";
import { deviceName } from "./device-name.ts";
import { endFamilies, startFamily } from "./families.ts";
import { KEPT_AFTER_BROUGHT_MS, pruneEscrows } from "./prune-escrows.ts";
import { createTestSigner } from "./testing/test-signer.ts";
import {
  createTestSessions,
  erin,
  isServed,
  luz,
  marcus,
  type TestSessions,
} from "./testing/test-sessions.ts";
import type { TestTablet } from "./testing/test-tablet.ts";

const POST = "POST";

describe.each(quickKinds)("devices on $name", (kind) => {
  let now: number;
  const clock = { now: () => now };
  let store: Store;
  let sessions: TestSessions;

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 2, 15);
    store = await kind.fresh();
    sessions = createTestSessions({ store, clock, signer: await createTestSigner(clock) });
  });
  afterEach(() => store.close());

  const seenBy = async (tablet: TestTablet): Promise<readonly ListedDevice[]> => {
    const answer = await tablet.go("/api/v1/devices");
    return z.parse(devicesResponseSchema, await answer.json()).devices;
  };
  const order = async (by: TestTablet, of: TestTablet, what: "wipe" | "sign-out") =>
    (await by.go(`/api/v1/devices/${of.sessionId}/${what}`, { method: POST })).status;
  const escrow = (tablet: TestTablet, content = '{"waiting":[1]}', userId = erin.userId) =>
    tablet.goProven("/api/session/escrow", {
      userId,
      companyId: erin.companyId,
      edits: 1,
      content,
    });
  const audit = () =>
    store.db.selectFrom("audit").select(["action", "user_id", "subject"]).orderBy("at").execute();

  test("a manager sees the company's, everybody else their own, this one marked", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    const stranger = { ...luz, companyId: "00D000000000009AAA", userId: "005000000000009AAA" };
    await sessions.signedIn(stranger);
    await hers.refresh(3);
    expect(await seenBy(hers)).toMatchObject([
      { userName: "Erin Vega", kind: "ipad", browser: "Safari", isThis: true, waiting: 3 },
    ]);
    const all = await seenBy(his);
    const isThis = new Map(all.map((device) => [device.userName, device.isThis]));
    expect(Object.fromEntries(isThis)).toEqual({ "Erin Vega": false, "Marcus Hale": true });
  });

  test("work for escrow is not even read from whoever has none to hand in", async () => {
    const hers = await sessions.signedIn(erin);
    let read = 0;
    const hand = (cookie: string) => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          read += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
      });
      const headers = { cookie, "content-type": "application/json" };
      const init = { method: POST, headers, body, duplex: "half" };
      return sessions.app.request("/api/session/escrow", init);
    };
    expect((await hand("")).status).toBe(401);
    expect((await hand("paintbox=a.b")).status).toBe(401);
    expect((await hand(`paintbox=${hers.cookies.get("paintbox")}`)).status).toBe(403);
    // A stream fetches one piece ahead by itself.
    expect(read).toBeLessThanOrEqual(3);
  });

  test("signing out remotely ends the session; another's device does not exist", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    expect(await order(hers, his, "sign-out")).toBe(404);
    expect(await order(hers, his, "wipe")).toBe(404);
    expect(await isServed(his)).toBe(true);
    expect(await order(his, hers, "sign-out")).toBe(204);
    expect(await isServed(hers)).toBe(false);
    expect(await hers.refresh()).toBeNull();
    expect(await audit()).toEqual([
      { action: "device.sign-out", user_id: marcus.userId, subject: hers.sessionId },
    ]);
    expect(await seenBy(his)).toContainEqual(
      expect.objectContaining({ end: { at: now, why: "signed-out-remotely" } }),
    );
  });

  test("a wipe: the tablet hears of it, may push and hand in, says when it is done, and is out", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    expect(await order(his, hers, "wipe")).toBe(204);
    const pull = await hers.go("/api/sync/pull", { method: POST });
    expect(await pull.json()).toMatchObject({ error: { code: "refresh_needed" } });
    expect((await hers.go("/api/v1/devices")).status).toBe(401);
    now += 1000;
    expect(await hers.refresh(4)).toMatchObject({ wipe: true, lease: null });
    expect((await hers.go("/api/sync/push", { method: POST })).status).toBe(200);
    // Photos are handed in as well, and none is looked at.
    const photos = "/api/v1/companycam/projects/1/photos";
    expect((await hers.go(photos, { method: POST })).status).toBe(404);
    expect((await hers.go(photos)).status).toBe(401);
    expect((await escrow(hers)).status).toBe(200);
    // The answer was lost, or the tablet died: the same once more is the same.
    expect((await escrow(hers)).status).toBe(200);
    const done = await hers.goProven("/api/session/wiped", {});
    expect(done.status).toBe(204);
    expect(done.headers.get("clear-site-data")).toContain('"storage"');
    expect([...hers.cookies.keys()]).toEqual([]);
    const listed = (await seenBy(his)).find(({ userName }) => userName === "Erin Vega");
    expect(listed).toMatchObject({
      end: { why: "wiped" },
      wipe: { heardAt: now, sent: 0, kept: 1, wipedAt: now },
    });
    expect((await audit()).map(({ action }) => action)).toEqual(["device.wipe", "device.wiped"]);
  });

  test("a tablet that was signed out, or whose person has left, is let in once more for its wipe", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    await order(his, hers, "sign-out");
    await order(his, hers, "wipe");
    expect(await hers.refresh()).toMatchObject({ wipe: true });
    await store.write(async (tx) => {
      await tx.updateTable("user").set({ is_active: 0 }).where("id", "=", erin.userId).execute();
      await endFamilies(tx, { userId: erin.userId }, "deactivated", now);
    });
    expect(await hers.refresh()).toMatchObject({ wipe: true });
    // Whoever has left writes nothing any more; what they have left goes into escrow.
    expect((await hers.go("/api/sync/push", { method: POST })).status).toBe(403);
    expect((await escrow(hers)).status).toBe(200);
  });

  test("a tablet that signs in anew owes the wipe of the session before", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    await order(his, hers, "wipe");
    const deviceId = hers.cookies.get("paintbox-device") ?? "";
    const place = { deviceId, device: deviceName("") };
    const { cookie } = await store.write((tx) => startFamily(tx, luz, place, now));
    hers.cookies.set("paintbox", cookie);
    hers.sessionId = undefined;
    await hers.makeKey();
    await store.write((tx) =>
      tx
        .insertInto("user")
        .values({
          id: luz.userId,
          company_id: luz.companyId,
          name: "Luz",
          email: "",
          role: "painter",
        })
        .execute(),
    );
    expect(await hers.refresh()).toMatchObject({ wipe: true });
  });

  test("what its author brought back is kept for 90 days more, anything else for good", async () => {
    const kept = { company_id: erin.companyId, family_id: "f", edits: 1, content: "{}" };
    const read = { company_id: erin.companyId, action: "escrow.read", detail: "{}", at: now };
    await store.db
      .insertInto("escrow")
      .values(
        ["brought", "saved", "untouched"].map((id) => ({
          ...kept,
          id,
          user_id: erin.userId,
          created_at: now,
        })),
      )
      .execute();
    await store.db
      .insertInto("audit")
      .values([
        { ...read, id: "1", user_id: erin.userId, subject: "brought" },
        { ...read, id: "2", user_id: marcus.userId, subject: "saved" },
      ])
      .execute();
    const left = async (at: number) => {
      await pruneEscrows(store, at);
      const rows = await store.db.selectFrom("escrow").select("id").orderBy("id").execute();
      return rows.map(({ id }) => id);
    };
    expect(await left(now + KEPT_AFTER_BROUGHT_MS)).toEqual(["brought", "saved", "untouched"]);
    expect(await left(now + KEPT_AFTER_BROUGHT_MS + 1)).toEqual(["saved", "untouched"]);
    expect(await left(now + 40 * KEPT_AFTER_BROUGHT_MS)).toEqual(["saved", "untouched"]);
  });

  test("escrow is for tablets that are wiped, and for people of the company", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    expect((await escrow(hers)).status).toBe(403);
    expect((await hers.goProven("/api/session/wiped", {})).status).toBe(403);
    await order(his, hers, "wipe");
    expect((await escrow(hers, "{}", "005000000000099AAA")).status).toBe(403);
    const copy = hers.copyWith(hers.cookies.get("paintbox") ?? "");
    expect((await escrow(copy)).status).toBe(401);
    expect(await store.db.selectFrom("escrow").selectAll().execute()).toEqual([]);
  });

  test("work that somebody left on another's tablet is theirs to see, and nobody else's but a manager's", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    await sessions.signedIn(luz);
    await order(his, hers, "wipe");
    await escrow(hers, '{"waiting":["of Luz"]}', luz.userId);
    const painter = await sessions.signedIn(luz);
    const found = (await seenBy(painter)).find(({ userName }) => userName === "Erin Vega");
    expect(found).toMatchObject({ wipe: { kept: 1 }, escrows: [{ userId: luz.userId, edits: 1 }] });
    const owner = await sessions.signedIn(erin);
    expect((await seenBy(owner)).map(({ escrows }) => escrows)).toEqual([[], []]);
    const office = (await seenBy(his)).find(({ userName }) => userName === "Erin Vega");
    expect(office?.escrows).toEqual([expect.objectContaining({ userName: luz.userName })]);
    await hers.goProven("/api/session/wiped", {});
    now += 60 * 24 * 60 * 60_000;
    const later = await sessions.signedIn(marcus);
    expect((await seenBy(later)).flatMap(({ escrows }) => escrows)).toHaveLength(1);
  });

  test("what is kept its author reads, and a manager, who is written down", async () => {
    const [hers, his] = [await sessions.signedIn(erin), await sessions.signedIn(marcus)];
    await order(his, hers, "wipe");
    const content = '{"waiting":["an evening"]}';
    await escrow(hers, content);
    const listed = (await seenBy(his)).find(({ userName }) => userName === "Erin Vega");
    const path = `/api/v1/devices/${listed?.id}/escrows/${listed?.escrows[0]?.id}`;
    expect(await (await his.go(path)).json()).toEqual({ userId: erin.userId, content });
    const author = await sessions.signedIn(erin);
    expect(await (await author.go(path)).json()).toEqual({ userId: erin.userId, content });
    const other = await sessions.signedIn(luz);
    expect((await other.go(path)).status).toBe(404);
    expect((await audit()).filter(({ action }) => action === "escrow.read")).toHaveLength(2);
  });
});
