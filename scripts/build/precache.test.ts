import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compressAll } from "./compress.ts";
import { injectPrecache, listShell } from "./precache.ts";

let folder = "";
let client = "";
let worker = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-precache-"));
  client = join(folder, "client");
  worker = join(folder, "sw.js");
  mkdirSync(join(client, "assets"), { recursive: true });
  writeFileSync(worker, "start(self.__WB_MANIFEST);");
  writeFileSync(join(client, "index.html"), "<p>".repeat(100));
  writeFileSync(join(client, "assets/main-a1b2.js"), "let x = 1;".repeat(100));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the whole shell is listed; a hashed name is its own revision, copies are not files", async () => {
  await compressAll(client);
  expect(listShell(client)).toEqual([
    { url: "assets/main-a1b2.js", revision: null, bytes: 1000 },
    { url: "index.html", revision: expect.stringMatching(/^[0-9a-f]{16}$/), bytes: 300 },
  ]);
});

test("another content is another revision", () => {
  const before = listShell(client).find(({ url }) => url === "index.html");
  writeFileSync(join(client, "index.html"), "<b>".repeat(100));
  const after = listShell(client).find(({ url }) => url === "index.html");
  expect(after?.revision).not.toBe(before?.revision);
});

test("the list lands in the worker, once", () => {
  expect(injectPrecache(worker, client)).toEqual({ files: 2, bytes: 1300 });
  expect(readFileSync(join(client, "sw.js"), "utf8")).toMatch(/^start\(\[\{"url":"assets\/main/);
  writeFileSync(worker, "start();");
  expect(() => injectPrecache(worker, client)).toThrow("0 times");
});

test("a file over its cap fails the build by name", () => {
  writeFileSync(join(client, "assets/photo.png"), Buffer.alloc(500_001));
  expect(() => injectPrecache(worker, client)).toThrow("assets/photo.png has 500001 bytes");
});

test("a shell over its cap fails the build", () => {
  for (let i = 0; i < 6; i++) writeFileSync(join(client, `assets/${i}.png`), Buffer.alloc(499_900));
  expect(() => injectPrecache(worker, client)).toThrow("the cap is 3000000");
});

test("copies decompress to the file, and exist only where they save something", async () => {
  writeFileSync(join(client, "robots.txt"), "x");
  expect(await compressAll(client)).toBe(3);
  const html = readFileSync(join(client, "index.html"));
  expect(brotliDecompressSync(readFileSync(join(client, "index.html.br")))).toEqual(html);
  expect(gunzipSync(readFileSync(join(client, "index.html.gz")))).toEqual(html);
  expect(() => readFileSync(join(client, "robots.txt.br"))).toThrow("ENOENT");
});
