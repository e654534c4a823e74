import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../store/store.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  NOW,
  pushOf,
  TABLET,
} from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { deviceOf, noteDevice } from "./devices.ts";

const DEVICE = "11111111-2222-4333-8444-555555555555";
let store: Store;
let server: TestApp;

beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterEach(() => store.close());

const pushFrom = (cookie: string) =>
  server.app.request("/api/sync/push", {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": maria.userId, cookie },
    body: JSON.stringify(pushOf([mutation(1, 1, [addCustomer])])),
  });

test("a push with the device's cookie is how the server comes to know what a device has had", async () => {
  expect((await pushFrom(`paintbox-device=${DEVICE}`)).status).toBe(200);
  expect(await deviceOf(store, maria, DEVICE)).toEqual({
    clients: [{ clientId: TABLET, lastSeq: 1, schema: expect.any(Number), seenAt: NOW }],
  });
});

test("without a cookie nothing is known, and the push is taken all the same", async () => {
  expect((await pushFrom("")).status).toBe(200);
  expect(await deviceOf(store, maria, DEVICE)).toEqual({ clients: [] });
});

test("nobody hears of another person's database on the same device, nor takes it", async () => {
  await pushFrom(`paintbox-device=${DEVICE}`);
  expect(await deviceOf(store, colleague, DEVICE)).toEqual({ clients: [] });
  await noteDevice(store, colleague, TABLET, "another");
  expect((await deviceOf(store, maria, DEVICE)).clients).toHaveLength(1);
});
