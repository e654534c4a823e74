import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestSigner } from "../../server/session/testing/test-signer.ts";
import {
  createTestSessions,
  erin,
  marcus,
  ORIGIN,
  type TestSessions,
} from "../../server/session/testing/test-sessions.ts";
import { wipeDevice } from "../../server/session/device-orders.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import type { Session } from "../../shared/sync/wire.ts";
import { createCustomer } from "../local/actions/create-customer.ts";
import type { Local } from "../local/local.ts";
import { openLocal } from "../local/open-local.ts";
import { notePerson } from "../local/people-here.ts";
import { removePhoto } from "../local/photos/file-photo.ts";
import { photosOf } from "../local/photos/photo-database.ts";
import { importContent } from "../local/rescue/import-rescue.ts";
import { memoryStorage } from "../local/testing/memory-storage.ts";
import { valueOf } from "../local/testing/sample-records.ts";
import { refresh } from "../session/refresh.ts";
import { browserOf, type TestBrowser } from "../session/testing/browser-of.ts";
import {
  createPhotoServer,
  fileSome,
  type PhotoServer,
  photosHere,
} from "./photos/testing/photo-server.ts";
import { concludeLostWipe, type WipeParts, wipeTablet } from "./wipe-tablet.ts";
import { createWireClient } from "./wire-client.ts";

const now = Date.UTC(2026, 10, 2, 15);
const clock = { now: () => now };
let store: Store;
let sessions: TestSessions;
let tablet: TestBrowser;
let local: Local;
let shellsForgotten: number;
let photoServer: PhotoServer;

const openFor = async ({ companyId, userId }: Session): Promise<Local> => {
  const opened = await openLocal({ companyId, userId });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

beforeEach(async () => {
  globalThis.localStorage = memoryStorage();
  shellsForgotten = 0;
  photoServer = createPhotoServer();
  store = await openStore({ directory: ":memory:" });
  const signer = await createTestSigner(clock);
  sessions = createTestSessions({ store, clock, signer, isSyncing: true });
  const { cookies } = await sessions.signedIn(erin, { hasKey: false });
  tablet = browserOf(sessions.app, ORIGIN, clock.now);
  for (const [name, value] of cookies) tablet.jar.set(name, value);
  local = await openFor(erin);
  valueOf(await createCustomer(local, { name: "Ana" }));
  await askForWipe();
});
afterEach(async () => {
  local.database.close();
  photosOf(local).close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  await store.close();
});

async function askForWipe(): Promise<void> {
  await sessions.signedIn(marcus);
  const outcome = await refresh(tablet);
  if (outcome.kind !== "refreshed") throw new Error(outcome.kind);
  await wipeDevice(store, { by: marcus, deviceId: outcome.told.sessionId, now });
  expect(await refresh(tablet)).toMatchObject({ told: { wipe: true } });
}

const parts = (): WipeParts => ({
  local,
  session: erin,
  wire: createWireClient({
    fetch: (path, init) => tablet.fetch(path, init),
    later: () => () => undefined,
    build: "test",
  }),
  photoWire: photoServer.wire,
  world: tablet,
  forgetShell: () => {
    shellsForgotten += 1;
    return Promise.resolve();
  },
  signal: new AbortController().signal,
});

const mutations = () => store.db.selectFrom("mutation").select(["id", "user_id"]).execute();
const escrows = () => store.db.selectFrom("escrow").selectAll().execute();
const databases = async () =>
  (await Dexie.getDatabaseNames()).filter((name) => name.startsWith("paintbox-"));
const wiped = () =>
  store.db
    .selectFrom("session_family")
    .where("wiped_at", "is not", null)
    .select("wipe_sent as sent")
    .execute();

test("unsent work is sent first; then records, files, key and cookies are gone", async () => {
  expect(await wipeTablet(parts())).toBe("wiped");
  expect(await mutations()).toMatchObject([{ user_id: erin.userId }]);
  expect(await escrows()).toEqual([]);
  expect(await databases()).toEqual([]);
  expect([shellsForgotten, tablet.jar.size, tablet.storage.length]).toEqual([1, 0, 0]);
  expect(await wiped()).toEqual([{ sent: 1 }]);
});

test("what cannot be sent goes into escrow, from where its author brings it back", async () => {
  await store.write((tx) =>
    tx.updateTable("user").set({ is_active: 0 }).where("id", "=", erin.userId).execute(),
  );
  expect(await wipeTablet(parts())).toBe("wiped");
  expect(await mutations()).toEqual([]);
  const [escrow] = await escrows();
  expect(escrow).toMatchObject({ user_id: erin.userId, edits: 1 });
  local = await openFor(erin);
  const bytes = new TextEncoder().encode(escrow?.content);
  expect(await importContent(local, erin, bytes)).toEqual({ ok: true, edits: 1, rejected: 0 });
  expect(await local.database.customer.toArray()).toMatchObject([{ name: "Ana" }]);
});

test("photos that wait are sent before anything is deleted, and without an answer nothing is", async () => {
  await fileSome(local, "e1", "p1");
  photoServer.isAway = true;
  expect(await wipeTablet(parts())).toBe("later");
  expect(await photosHere(local)).toEqual(["p1"]);
  photoServer.isAway = false;
  expect(await wipeTablet(parts())).toBe("wiped");
  expect(photoServer.photos()).toEqual(["p1"]);
  expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith("photos-"))).toEqual([]);
});

test("a photo that the server does not take, or that only another person can send, stays here", async () => {
  await fileSome(local, "e1", "p1");
  photoServer.problem = "not-a-photo";
  expect(await wipeTablet(parts())).toBe("refused");
  expect(await photosHere(local)).toEqual(["p1"]);
  valueOf(await removePhoto(local, "p1"));
  const theirs = await openFor(marcus);
  await fileSome(theirs, "e1", "p2");
  photosOf(theirs).close();
  theirs.database.close();
  expect(await wipeTablet(parts())).toBe("refused");
  const again = await openFor(marcus);
  expect(await photosHere(again)).toEqual(["p2"]);
  photosOf(again).close();
  again.database.close();
});

test("another person's unsent work on the same tablet goes into escrow in their name", async () => {
  const theirs = await openFor(marcus);
  valueOf(await createCustomer(theirs, { name: "Ben" }));
  theirs.database.close();
  notePerson(marcus, { waiting: 1 }, tablet.storage);
  expect(await wipeTablet(parts())).toBe("wiped");
  expect(await escrows()).toMatchObject([{ user_id: marcus.userId, edits: 1 }]);
  expect(await databases()).toEqual([]);
});

test("without a signal nothing is deleted; with one it goes on", async () => {
  tablet.isOffline = true;
  expect(await wipeTablet(parts())).toBe("later");
  expect(await databases()).toHaveLength(1);
  expect(await local.database.outbox.count()).toBe(1);
  tablet.isOffline = false;
  expect(await wipeTablet(parts())).toBe("wiped");
});

test.each([["/api/sync/push"], ["/api/session/escrow"], ["/api/session/wiped"]])(
  "an answer of %s that is lost, and a tablet that dies there, cost nothing",
  async (path) => {
    // Whoever has left may not send: so that there is something to hand in.
    if (path.endsWith("escrow"))
      await store.write((tx) =>
        tx.updateTable("user").set({ is_active: 0 }).where("id", "=", erin.userId).execute(),
      );
    let losses = 1;
    tablet.losesAnswer = (asked) => asked === path && losses-- > 0;
    expect(await wipeTablet(parts())).toBe("later");
    // Its next start opens whatever records there are, or new ones.
    local.database.close();
    local = await openFor(erin);
    const again =
      (await refresh(tablet)).kind === "signed-out"
        ? await concludeLostWipe(parts())
        : await wipeTablet(parts());
    expect(again).toBe("wiped");
    const onServer = (await mutations()).length + (await escrows()).length;
    expect([onServer, await databases(), (await wiped()).length]).toEqual([1, [], 1]);
  },
);

test("work that the server will not keep stays on the tablet", async () => {
  const stranger = { ...marcus, companyId: "00D000000000009AAA" };
  const theirs = await openFor(stranger);
  valueOf(await createCustomer(theirs, { name: "Ben" }));
  theirs.database.close();
  expect(await wipeTablet(parts())).toBe("refused");
  expect(await databases()).toHaveLength(2);
  expect(await wiped()).toEqual([]);
  expect(await concludeLostWipe(parts())).toBeNull();
});
