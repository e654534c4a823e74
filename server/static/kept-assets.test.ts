import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "../store/store.ts";
import { createTestApp } from "../sync/testing/test-app.ts";
import { clientFiles } from "./client-files.ts";
import { keepAssets } from "./kept-assets.ts";

const DAY = 24 * 60 * 60 * 1000;
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "paintbox-kept-"));
  folder = join(root, "kept");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A build of one file beside one that all builds share. @returns its assets folder. */
function build(name: string): string {
  const assets = join(root, name, "assets");
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(root, name, "index.html"), "<!doctype html>");
  for (const file of [`${name}-1a2b.js`, "same-9z.js"]) {
    writeFileSync(join(assets, file), `// ${file}`);
    writeFileSync(join(assets, `${file}.br`), brotliCompressSync(`// ${file}`));
  }
  return assets;
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

test("a file of an earlier build is found until 30 days after it was last current", async () => {
  const [old, next] = [build("old"), build("next")];
  await keepAssets(folder, old, 0);
  // The old build was handed out for two months: it counts from when the next one came.
  const kept = await keepAssets(folder, next, 60 * DAY);
  const found = await kept.find("/assets/old-1a2b.js");
  expect(text(found?.plain)).toBe("// old-1a2b.js");
  expect(brotliDecompressSync(found?.br ?? "").toString()).toBe("// old-1a2b.js");
  expect(found?.type).toBe("text/javascript; charset=utf-8");
  expect(
    await (await keepAssets(folder, next, 90 * DAY)).find("/assets/old-1a2b.js"),
  ).toBeDefined();

  const late = await keepAssets(folder, next, 91 * DAY);
  expect(await late.find("/assets/old-1a2b.js")).toBeUndefined();
  expect(await late.find("/assets/same-9z.js")).toBeDefined();
  expect(readdirSync(folder).filter((name) => name.startsWith("old"))).toEqual([]);
});

test("a build that is rolled back to is current again", async () => {
  const [old, next] = [build("old"), build("next")];
  await keepAssets(folder, old, 0);
  await keepAssets(folder, next, DAY);
  await keepAssets(folder, old, 2 * DAY);
  const kept = await keepAssets(folder, next, 31.5 * DAY);
  expect(await kept.find("/assets/old-1a2b.js")).toBeDefined();
});

test.each([
  "/assets/../kept.json",
  "/assets/kept.json",
  "/assets/%2e%2e",
  "/assets/",
  "/assets/toString",
])("%s leads nowhere", async (path) => {
  const kept = await keepAssets(folder, build("old"), 0);
  expect(await kept.find(path)).toBeUndefined();
});

test("a list that was cut off is begun anew", async () => {
  const built = build("old");
  await keepAssets(folder, built, 0);
  writeFileSync(join(folder, "kept.json"), '{"old-1a2b.js": nul');
  const kept = await keepAssets(folder, built, DAY);
  expect(await kept.find("/assets/old-1a2b.js")).toBeDefined();
});

test("the server answers with it as with its own, and a file of no build with 404", async () => {
  const store = await openStore({ directory: ":memory:" });
  try {
    await keepAssets(folder, build("old"), 0);
    const kept = await keepAssets(folder, build("next"), DAY);
    const { app } = createTestApp(store, { client: clientFiles(join(root, "next")), kept });
    const answer = await app.request("/assets/old-1a2b.js", {
      headers: { "accept-encoding": "br" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect((await app.request("/assets/never-77.js")).status).toBe(404);
  } finally {
    await store.close();
  }
});

test("with the kill switch the worker that is handed out takes itself away, and tablets are told", async () => {
  const store = await openStore({ directory: ":memory:" });
  try {
    build("next");
    writeFileSync(join(root, "next", "sw.js"), "self.precache();");
    const client = clientFiles(join(root, "next"));
    const killed = createTestApp(store, { client, killSw: true }).app;
    expect(await (await killed.request("/sw.js")).text()).toContain("registration.unregister()");
    expect(await (await killed.request("/api/version")).json()).toEqual({
      build: client.build,
      killSw: true,
    });
    const usual = createTestApp(store, { client }).app;
    expect(await (await usual.request("/sw.js")).text()).toBe("self.precache();");
    expect(await (await usual.request("/api/version")).json()).toMatchObject({ killSw: false });
  } finally {
    await store.close();
  }
});
