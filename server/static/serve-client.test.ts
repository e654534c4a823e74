import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppEnv } from "../identity.ts";
import { openStore, type Store } from "../store/store.ts";
import { createTestApp } from "../sync/testing/test-app.ts";
import { clientDirectory } from "./client-directory.ts";
import { clientFiles } from "./client-files.ts";

let directory: string;
let store: Store;
let app: Hono<AppEnv>;
const script = "console.log('paintbox');".repeat(50);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-client-"));
  mkdirSync(join(directory, "client", "assets"), { recursive: true });
  const put = (name: string, content: string | Buffer) =>
    writeFileSync(join(directory, "client", name), content);
  put("index.html", "<!doctype html><title>Paintbox</title>");
  put("sw.js", "self;");
  put("manifest.webmanifest", "{}");
  put("assets/app-1a2b.js", script);
  put("assets/app-1a2b.js.br", brotliCompressSync(script));
  put("assets/app-1a2b.js.gz", gzipSync(script));
  writeFileSync(join(directory, "secret.txt"), "secret");
  store = await openStore({ directory: ":memory:" });
  app = createTestApp(store, { client: clientFiles(join(directory, "client")) }).app;
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(path, { headers, method });
const page = { accept: "text/html,*/*" };

describe("how long a file may be kept", () => {
  test.each([
    ["/assets/app-1a2b.js", "public, max-age=31536000, immutable"],
    ["/index.html", "no-cache"],
    ["/manifest.webmanifest", "no-cache"],
    ["/sw.js", "no-store"],
    ["/estimates/e1", "no-cache"],
  ])("%s: %s", async (path, policy) => {
    const response = await get(path, page);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe(policy);
  });
});

describe("compressed answers", () => {
  test.each([
    ["gzip, deflate, br", "br", brotliCompressSync(script)],
    ["gzip, br;q=0", "gzip", gzipSync(script)],
    ["deflate", null, Buffer.from(script)],
    ["", null, Buffer.from(script)],
  ])("for %j: %s", async (accepted, encoding, body) => {
    const response = await get("/assets/app-1a2b.js", { "accept-encoding": accepted });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("accept-encoding");
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  });

  test("each has a tag of its own, and a known tag is answered with nothing", async () => {
    const tags = new Set<string>();
    for (const accepted of ["br", "gzip", "identity"]) {
      const headers = { "accept-encoding": accepted };
      const etag = (await get("/assets/app-1a2b.js", headers)).headers.get("etag") ?? "";
      tags.add(etag);
      for (const known of [etag, `"other", ${etag}`, `W/${etag}`]) {
        const response = await get("/assets/app-1a2b.js", { ...headers, "if-none-match": known });
        expect([response.status, await response.text()]).toEqual([304, ""]);
      }
    }
    expect(tags.size).toBe(3);
  });
});

test("HEAD says what GET would, without the body", async () => {
  const response = await get("/assets/app-1a2b.js", {}, "HEAD");
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(response.headers.get("content-length")).toBe(String(script.length));
});

test("addresses of the app open its page; what a page asks for is there or is missing", async () => {
  expect(await (await get("/estimates/e1/present", page)).text()).toContain("Paintbox");
  expect((await get("/", {}, "HEAD")).status, "a probe that accepts anything").toBe(200);
  for (const [path, accept] of [
    ["/assets/gone-9z.js", "*/*"],
    ["/assets/gone-9z.js", "text/html"],
    ["/estimates/e1", "application/json"],
  ] as const) {
    const response = await get(path, { accept });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
  }
});

test("no address leads out of the built files", async () => {
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
  ])
    expect((await get(path)).status).toBe(404);
});

test("a page may only run what comes from here, and may not be framed", async () => {
  const { headers } = await get("/", page);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=(self)");
});

test("the build is named after its page", () => {
  const hash = createHash("sha256").update("<!doctype html><title>Paintbox</title>");
  const { build } = clientFiles(join(directory, "client"));
  expect(build).toBe(hash.digest("base64url").slice(0, 12));
  expect(clientFiles(join(directory, "nothing-here")).build).toBe("none");
});

test("the built client is found from the bundle and from the sources", () => {
  expect(clientDirectory("/app/dist/server")).toBe("/app/dist/client");
  expect(clientDirectory("/app/server")).toBe("/app/dist/client");
});

test("a share that no service worker took goes to the screen that says what to do", async () => {
  const body = new FormData();
  body.append("files", new File(["photo"], "porch.jpg", { type: "image/jpeg" }));
  const answer = await app.request("/share", { method: "POST", body });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/share?not-received");
  expect((await app.request("/share", { headers: { accept: "text/html" } })).status).toBe(200);
});
