import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundleClient, bundleServer, bundleWorker } from "./build/bundle.ts";
import { compressAll } from "./build/compress.ts";
import { inputsHash } from "./build/inputs.ts";
import { injectPrecache } from "./build/precache.ts";
import { DIST, ROOT } from "./lib/paths.ts";

/**
 * Builds everything into dist/: `server/main.js`, `server/paintbox.js`, the sandboxes beside them, `client/` with
 * its service worker and compressed copies, `chunks.json`. It is built aside and moved into place
 * whole, so that a failed build leaves the last good one. Does nothing when nothing changed.
 */
export async function buildAll(): Promise<void> {
  const inputs = inputsHash(ROOT);
  const stamp = join(DIST, "inputs.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) {
    console.log("The build is up to date.");
    return;
  }
  const started = performance.now();
  const out = join(ROOT, ".cache", `build-${process.pid}`);
  sweep(join(ROOT, ".cache"));
  mkdirSync(out, { recursive: true });
  try {
    await bundleServer(ROOT, "server/main.ts", `${out}/server/main.js`);
    await bundleServer(ROOT, "server/paintbox.ts", `${out}/server/paintbox.js`);
    for (const service of ["salesforce", "companycam"])
      await bundleServer(
        ROOT,
        `server/sandbox/${service}/main.ts`,
        `${out}/server/${service}-sandbox.js`,
      );
    await bundleClient(ROOT, out);
    await bundleWorker(ROOT, "sw/index.ts", `${out}/worker/sw.js`);
    const precache = await injectPrecache(`${out}/worker/sw.js`, `${out}/client`);
    rmSync(`${out}/worker`, { recursive: true });
    await compressAll(`${out}/client`);
    writeFileSync(join(out, "inputs.sha256"), inputs);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(out, DIST);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const kilobytes = Math.round(precache.bytes / 1000);
    console.log(`Built in ${seconds} s; offline shell: ${precache.files} files, ${kilobytes} KB.`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Takes away what builds left behind that were stopped in the middle. */
function sweep(cache: string): void {
  for (const name of globSync("build-*", { cwd: cache })) {
    const pid = Number(name.slice("build-".length));
    if (!isAlive(pid)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

if (import.meta.main) await buildAll();
