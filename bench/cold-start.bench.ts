import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bundleServer } from "../scripts/build/bundle.ts";
import { buildAll } from "../scripts/build.ts";
import { ROOT } from "../scripts/lib/paths.ts";
import type { Figure } from "./figure.ts";
import { type BuiltServer, startBuilt } from "./fixtures/built-server.ts";
import { quantile } from "./fixtures/quantile.ts";
import { residentBytes } from "./fixtures/resident-memory.ts";
import { shippedServer } from "./fixtures/shipped-server.ts";

/**
 * The shipped server over its embedded store: from the start of the process to the first 200 of `/api/health`, which
 * has asked the store; and its memory when it has been idle for a moment. Baseline, in turns with it: a server of one
 * route on the same framework, bundled by the same build. Both keep V8's compiled code, as the image does.
 */
export const name = "cold-start";

const ROUNDS = 15;
/** Salesforce's first round and the first look at the backups are over by then. */
const SETTLED_MS = 1500;
const MIB = 2 ** 20;

export async function* run(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  try {
    const [ours, bare] = await prepare(folder);
    const times = { ours: [] as number[], bare: [] as number[] };
    const memory = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [which, server] of [["ours", ours] as const, ["bare", bare] as const]) {
        const started = await startBuilt(server);
        times[which].push(started.ms);
        await pause(SETTLED_MS);
        memory[which].push(residentBytes(started.pid) / MIB);
        await started.end();
      }
    const median = (values: readonly number[]): number => quantile(values, 0.5);
    yield { value: median(times.ours), unit: "ms", baseline: median(times.bare) };
    yield {
      label: "memory idle",
      value: median(memory.ours),
      unit: "MiB",
      baseline: median(memory.bare),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both built, started once and stopped, so that the compiled code is kept and our data directory is there. */
async function prepare(folder: string): Promise<readonly [BuiltServer, BuiltServer]> {
  await buildAll();
  await bundleServer(ROOT, "bench/fixtures/bare-hono-server.ts", join(folder, "bare/main.js"));
  const ours = shippedServer(folder);
  const { NODE_ENV = "", NODE_COMPILE_CACHE = "" } = ours.environment;
  const bare: BuiltServer = {
    file: join(folder, "bare/main.js"),
    path: "/",
    environment: { NODE_ENV, NODE_COMPILE_CACHE },
  };
  for (const server of [ours, bare]) await (await startBuilt(server)).end();
  return [ours, bare];
}
