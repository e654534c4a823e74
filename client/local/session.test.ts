import { expect, test } from "vitest";
import type { Session } from "../../shared/sync/wire.ts";
import { createCustomer } from "./actions/create-customer.ts";
import { filePhoto } from "./photos/file-photo.ts";
import { photoSent } from "./photos/waiting-photos.ts";
import { forgetSession } from "./forget-session.ts";
import { rememberedSession, rememberSession } from "./session.ts";
import { valueOf } from "./testing/sample-records.ts";
import { memoryStorage } from "./testing/memory-storage.ts";
import { createTablet } from "./testing/test-local.ts";

const session: Session = {
  companyId: "co",
  companyName: "Sierra Painting",
  userId: "u1",
  userName: "Ana",
  email: "ana@example.com",
  role: "estimator",
};

test("a session is remembered until it is forgotten", async () => {
  const storage = memoryStorage();
  expect(rememberedSession(storage)).toBeNull();
  rememberSession(session, storage);
  expect(rememberedSession(storage)).toEqual(session);
  expect(await forgetSession(await createTablet().open(), storage)).toEqual({ ok: true });
  expect(rememberedSession(storage)).toBeNull();
});

test("signing out is refused while edits wait for the server", async () => {
  const storage = memoryStorage();
  rememberSession(session, storage);
  const local = await createTablet().open();
  valueOf(await createCustomer(local, { name: "Ana" }));
  expect(await forgetSession(local, storage)).toEqual({
    ok: false,
    error: { code: "unsent", waiting: 1 },
  });
  expect(rememberedSession(storage)).toEqual(session);
});

test.each(["{", "null", '{"companyId": 7}'])("what is not a session (%s) is no session", (text) => {
  const storage = memoryStorage();
  storage.setItem("paintbox-session", text);
  expect(rememberedSession(storage)).toBeNull();
});

test("signing out is refused while a photo waits, which is in no rescue file", async () => {
  const local = await createTablet().open();
  const photo = { id: "p1", name: "p", type: "image/jpeg", bytes: 1, capturedAt: 1 } as const;
  valueOf(await filePhoto(local, "e1", photo, new ArrayBuffer(1)));
  const unsent = { ok: false, error: { code: "unsent", waiting: 1 } };
  expect(await forgetSession(local, memoryStorage(), new Set(["p1"]))).toEqual(unsent);
  await photoSent(local, "p1");
  expect(await forgetSession(local, memoryStorage())).toEqual({ ok: true });
});

test("signing out leaves work in place that is in a rescue file, and only that", async () => {
  const storage = memoryStorage();
  rememberSession(session, storage);
  const local = await createTablet().open();
  valueOf(await createCustomer(local, { name: "Ana" }));
  const inFile = new Set(
    await local.database.outbox.toArray().then((rows) => rows.map((row) => row.id)),
  );
  valueOf(await createCustomer(local, { name: "Ben" }));
  expect(await forgetSession(local, storage, inFile)).toMatchObject({ ok: false });
  expect(rememberedSession(storage)).toEqual(session);
  for (const { id } of await local.database.outbox.toArray()) inFile.add(id);
  expect(await forgetSession(local, storage, inFile)).toEqual({ ok: true });
  expect(rememberedSession(storage)).toBeNull();
  expect(await local.database.outbox.count()).toBe(2);
});
