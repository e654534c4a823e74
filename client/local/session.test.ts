import { expect, test } from "vitest";
import type { Session } from "../../shared/sync/wire.ts";
import { createCustomer } from "./actions/create-customer.ts";
import { forgetSession, rememberedSession, rememberSession } from "./session.ts";
import { valueOf } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

const session: Session = {
  companyId: "co",
  companyName: "Sierra Painting",
  userId: "u1",
  userName: "Ana",
  email: "ana@example.com",
  role: "estimator",
};

const memory = (): Storage => {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
};

test("a session is remembered until it is forgotten", async () => {
  const storage = memory();
  expect(rememberedSession(storage)).toBeNull();
  rememberSession(session, storage);
  expect(rememberedSession(storage)).toEqual(session);
  expect(await forgetSession(await createTablet().open(), storage)).toEqual({ ok: true });
  expect(rememberedSession(storage)).toBeNull();
});

test("signing out is refused while edits wait for the server", async () => {
  const storage = memory();
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
  const storage = memory();
  storage.setItem("paintbox-session", text);
  expect(rememberedSession(storage)).toBeNull();
});
