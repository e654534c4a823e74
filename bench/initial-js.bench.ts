import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import { buildAll } from "../scripts/build.ts";
import { type Chunks, initialLoad, lazyLoads } from "../scripts/lib/bundle-size.ts";
import { DIST } from "../scripts/lib/paths.ts";
import { sentBytes } from "../scripts/lib/sent-bytes.ts";
import type { Figure } from "./figure.ts";
import { buildFloor } from "./fixtures/build-floor.ts";

/**
 * Brotli bytes of the scripts that the first visit loads before anything can be touched, against those
 * of react, react-dom, dexie and react-query alone; then what each lazy part adds.
 */
export const name = "initial-js";

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const folder = mkdtempSync(join(tmpdir(), "paintbox-floor-"));
  try {
    const floor = await buildFloor(folder);
    const bare = loadsOf(floor, join(floor, ".vite/manifest.json"));
    const ours = loadsOf(join(DIST, "client"), join(DIST, "chunks.json"));
    yield {
      label: "initial",
      value: ours.initial.scripts,
      unit: "bytes",
      baseline: bare.initial.scripts,
    };
    for (const { name: path, scripts } of ours.lazy)
      yield { label: parse(path).name, value: scripts, unit: "bytes" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function loadsOf(client: string, manifest: string) {
  const html = readFileSync(join(client, "index.html"), "utf8");
  const chunks: Chunks = JSON.parse(readFileSync(manifest, "utf8"));
  const size = sentBytes(client);
  return { initial: initialLoad(chunks, html, size), lazy: lazyLoads(chunks, html, size) };
}
