import { expect, test } from "vitest";
import { openStore } from "../store/store.ts";
import { createTestApp } from "../sync/testing/test-app.ts";

test("says how the store, Salesforce and the build are", async () => {
  const store = await openStore({ directory: ":memory:" });
  const { app } = createTestApp(store);
  const response = await app.request("/api/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ok: true,
    store: "ok",
    live: { through: "process", redis: null },
    salesforce: expect.objectContaining({ standing: "current" }),
    backup: null,
    rev: 0,
    build: "none",
  });
  expect(await (await app.request("/api/simple-health")).text()).toBe("ok");
  await store.close();
  const failing = await app.request("/api/health");
  expect(failing.status).toBe(503);
  expect(await failing.json()).toMatchObject({ ok: false, store: "failing" });
});
