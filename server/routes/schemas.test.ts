import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaNames } from "../schemas/documents.ts";
import { openStore, type Store } from "../store/store.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";

let store: Store;
let server: TestApp;
beforeAll(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
});
afterAll(() => store.close());

const get = async (name: string, headers: Record<string, string> = {}): Promise<Response> =>
  server.app.request(`/api/v1/schemas/${name}`, { headers });

test.each(schemaNames)("%s is served to everybody under its own address", async (name) => {
  const response = await get(name);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/schema+json");
  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `http://127.0.0.1:8080/api/v1/schemas/${name}`,
  });
});

test("who has it already is not sent it again", async () => {
  const etag = (await get("price-book.json")).headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const again = await get("price-book.json", { "if-none-match": `W/${etag}` });
  expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
  expect((await get("price-book.json", { "if-none-match": '"other"' })).status).toBe(200);
});

test("another name is nothing", async () => {
  for (const name of ["customer.json", "constructor", "estimate", "__proto__"]) {
    expect((await get(name)).status).toBe(404);
  }
});
