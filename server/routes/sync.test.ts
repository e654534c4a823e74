import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MAX_BODY_BYTES } from "../../shared/sync/wire.ts";
import { type Log, silentLog } from "../observe/log.ts";
import { openStore, type Store } from "../store/store.ts";
import { addCustomer, maria, mutation, pushOf } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterEach(() => store.close());

const good = pushOf([mutation(1, 1, [addCustomer])]);
const json = { "content-type": "application/json", "x-test-user": maria.userId };

async function refusal(response: Response): Promise<unknown> {
  const clock = await store.db.selectFrom("clock").select("rev").executeTakeFirstOrThrow();
  const log = await store.db.selectFrom("mutation").selectAll().execute();
  expect({ rev: clock.rev, log }).toEqual({ rev: 0, log: [] });
  const body: { error: { code: string; message: string } } = await response.json();
  expect(body.error.message).toMatch(/^[A-Z].{20,}\.$/);
  return [response.status, body.error.code];
}

describe("a body that cannot be taken is refused by its name and changes nothing", () => {
  const [first] = good.mutations;
  const withMutation = (changes: object) => ({ ...good, mutations: [{ ...first, ...changes }] });
  const withOperation = (changes: object) =>
    withMutation({ operations: [{ ...addCustomer, ...changes }] });

  test.each<[string, unknown, number, string]>([
    ["cut JSON", '{"protocol":1,', 400, "body_not_json"],
    ["nothing", "", 400, "body_not_json"],
    ["a list", [], 400, "body_invalid"],
    ["another protocol", { ...good, protocol: 2 }, 426, "protocol_unsupported"],
    ["another schema", { ...good, schema: 99 }, 426, "schema_unsupported"],
    [
      "a newer protocol of another shape",
      { protocol: 2, schema: 1, x: 1 },
      426,
      "protocol_unsupported",
    ],
    ["an unknown key", { ...good, extra: 1 }, 400, "body_invalid"],
    ["a client id that is none", { ...good, clientId: "me" }, 400, "body_invalid"],
    ["an unknown mutation", withMutation({ name: "estimate.steal" }), 400, "body_invalid"],
    ["an unknown version", withMutation({ version: 2 }), 400, "body_invalid"],
    ["no operation", withMutation({ operations: [] }), 400, "body_invalid"],
    ["an unknown entity", withOperation({ entity: "constructor" }), 400, "body_invalid"],
    ["an id with a path in it", withOperation({ id: "../c1" }), 400, "body_invalid"],
    ["a field that holds an object", withOperation({ fields: { name: {} } }), 400, "body_invalid"],
    ["too many mutations", { ...good, mutations: Array(201).fill(first) }, 400, "body_invalid"],
    ["too much", "x".repeat(MAX_BODY_BYTES + 1), 413, "body_too_large"],
  ])("%s", async (_what, body, status, code) => {
    expect(await refusal(await server.post("/api/sync/push", body))).toEqual([status, code]);
  });

  test("bytes that are not UTF-8", async () => {
    const body = new Uint8Array([0x22, 0xff, 0x22]);
    const response = await server.app.request("/api/sync/push", {
      method: "POST",
      headers: json,
      body,
    });
    expect(await refusal(response)).toEqual([400, "body_not_json"]);
  });

  test("another content type", async () => {
    const headers = { ...json, "content-type": "text/plain" };
    const body = JSON.stringify(good);
    const response = await server.app.request("/api/sync/push", { method: "POST", headers, body });
    expect(await refusal(response)).toEqual([415, "body_not_json"]);
  });

  test("too much without a length is given up at the limit, not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
    });
    const init = { method: "POST", headers: json, body: endless, duplex: "half" };
    const request = new Request("http://x/api/sync/push", init);
    expect(await refusal(await server.app.request(request))).toEqual([413, "body_too_large"]);
    expect(sent).toBeLessThan(MAX_BODY_BYTES + 500_000);
  });

  test("half a body, because the tablet went out of range: nobody's error", async () => {
    const logged = vi.fn<Log["error"]>();
    const { app } = createTestApp(store, { log: { ...silentLog, error: logged } });
    const cut = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("aborted")),
    });
    const init = { method: "POST", headers: json, body: cut, duplex: "half" };
    const request = new Request("http://x/api/sync/push", init);
    expect(await refusal(await app.request(request))).toEqual([400, "body_not_json"]);
    expect(logged).not.toHaveBeenCalled();
  });
});

describe("who may ask", () => {
  test("nobody who is signed out", async () => {
    for (const path of ["/api/sync/push", "/api/sync/pull"]) {
      const response = await server.app.request(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(good),
      });
      expect(await refusal(response)).toEqual([401, "signed_out"]);
    }
    expect((await server.app.request("/api/sync/events")).status).toBe(401);
  });

  test.each<[string, Record<string, string>, number]>([
    ["a program", {}, 200],
    ["our own page", { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:8080" }, 200],
    [
      "our page behind a development proxy",
      { "sec-fetch-site": "same-origin", origin: "http://x:5173" },
      200,
    ],
    ["our page in an older browser", { origin: "http://127.0.0.1:8080" }, 200],
    ["another site", { "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:8080" }, 403],
    ["a neighbour of our host", { "sec-fetch-site": "same-site" }, 403],
    ["another site's older browser", { origin: "https://evil.example" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
  ])("a write of %s", async (_who, headers, status) => {
    const response = await server.app.request("/api/sync/push", {
      method: "POST",
      headers: { ...json, ...headers },
      body: JSON.stringify(good),
    });
    expect(response.status).toBe(status);
  });
});

test("what went wrong inside is not shown to anybody", async () => {
  await store.write((tx) => tx.schema.dropTable("mutation").execute());
  const response = await server.post("/api/sync/push", good);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: "internal", retryable: true } });
  expect(text).not.toMatch(/mutation|sqlite|\n/i);
});

test("answers of the API are numbered, not kept by caches and not guessed at", async () => {
  const response = await server.post("/api/sync/push", good);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("an unknown address of the API is typed, too", async () => {
  const response = await server.app.request("/api/nothing", { headers: { accept: "text/html" } });
  expect(await refusal(response)).toEqual([404, "not_found"]);
});
