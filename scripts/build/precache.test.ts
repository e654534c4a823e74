import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compressAll } from "./compress.ts";
import { injectPrecache } from "./precache.ts";

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

/** What the built worker would keep. */
async function listed(): Promise<readonly { url: string; revision: string | null }[]> {
  await injectPrecache(worker, client);
  const written = readFileSync(join(client, "sw.js"), "utf8");
  const list: unknown = JSON.parse(written.replace(/^start\(/, "").replace(/\);\s*$/, ""));
  if (!Array.isArray(list)) throw new Error(`no list in ${written}`);
  return list;
}

test("the whole shell is listed; a hashed name is its own revision, copies are not files", async () => {
  await compressAll(client);
  expect((await listed()).toSorted((a, b) => (a.url < b.url ? -1 : 1))).toEqual([
    { url: "assets/main-a1b2.js", revision: null },
    { url: "index.html", revision: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
  expect(await injectPrecache(worker, client)).toEqual({
    files: 2,
    bytes: 1300,
    charged: 1300 + 2 * 1024,
  });
});

test("a revision is what the worker can reckon: the beginning of a SHA-256", async () => {
  writeFileSync(join(client, "index.html"), "<p>Paintbox</p>");
  const page = (await listed()).find(({ url }) => url === "index.html");
  expect(page?.revision).toBe("4e12cbb674b1220456d88f051dfdb0c0");
});

test("another content is another revision", async () => {
  const before = (await listed()).find(({ url }) => url === "index.html");
  writeFileSync(join(client, "index.html"), "<b>".repeat(100));
  const after = (await listed()).find(({ url }) => url === "index.html");
  expect(after?.revision).not.toBe(before?.revision);
});

test("a worker that does not ask for the list fails the build", async () => {
  writeFileSync(worker, "start();");
  await expect(injectPrecache(worker, client)).rejects.toThrow("__WB_MANIFEST");
});

test("a file over its cap fails the build by name", async () => {
  writeFileSync(join(client, "assets/photo.png"), Buffer.alloc(500_001));
  await expect(injectPrecache(worker, client)).rejects.toThrow("assets/photo.png");
});

test("a shell over its cap fails the build", async () => {
  for (let i = 0; i < 5; i++) writeFileSync(join(client, `assets/${i}.png`), Buffer.alloc(500_000));
  const left = 3_000_000 - 1300 - 5 * 500_000 - 8 * 1024;
  writeFileSync(join(client, "assets/last.png"), Buffer.alloc(left));
  expect((await injectPrecache(worker, client)).charged).toBe(3_000_000);
  writeFileSync(worker, "start(self.__WB_MANIFEST);");
  writeFileSync(join(client, "assets/last.png"), Buffer.alloc(left + 1));
  await expect(injectPrecache(worker, client)).rejects.toThrow("the cap is 3000000");
});

test("copies decompress to the file, and exist only where they save something", async () => {
  writeFileSync(join(client, "robots.txt"), "x");
  expect(await compressAll(client)).toBe(3);
  const html = readFileSync(join(client, "index.html"));
  expect(brotliDecompressSync(readFileSync(join(client, "index.html.br")))).toEqual(html);
  expect(gunzipSync(readFileSync(join(client, "index.html.gz")))).toEqual(html);
  expect(() => readFileSync(join(client, "robots.txt.br"))).toThrow("ENOENT");
});
