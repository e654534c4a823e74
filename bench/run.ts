import { globSync } from "node:fs";
import { join } from "node:path";
import { type Bench, type Figure, figureLine } from "./figure.ts";

/**
 * `npm run bench [name]`: runs every `bench/*.bench.ts`, or those whose name begins like the one
 * given, and prints one line of JSON for each figure; anything else goes to the error output.
 */
const wanted = process.argv[2] ?? "";
const benches = await Promise.all(
  globSync("*.bench.ts", { cwd: import.meta.dirname })
    .toSorted()
    .map(load),
);
const chosen = benches.filter(({ name }) => name.startsWith(wanted));
if (chosen.length === 0) {
  console.error(`No benchmark is called "${wanted}". There are: ${names(benches)}`);
  process.exitCode = 1;
}
for (const bench of chosen) {
  console.error(`# ${bench.name}`);
  try {
    for await (const figure of figuresOf(bench)) console.log(figureLine(bench.name, figure));
  } catch (error) {
    console.error(`${bench.name} failed:`, error);
    process.exitCode = 1;
  }
}

async function load(file: string): Promise<Bench> {
  const module: unknown = await import(join(import.meta.dirname, file));
  if (isBench(module)) return module;
  throw new TypeError(`bench/${file} must export name and run()`);
}

function isBench(value: unknown): value is Bench {
  if (typeof value !== "object" || value === null) return false;
  if (!("name" in value) || !("run" in value)) return false;
  return typeof value.name === "string" && typeof value.run === "function";
}

async function* figuresOf(bench: Bench): AsyncGenerator<Figure> {
  const found = bench.run();
  yield* found instanceof Promise ? await found : found;
}

function names(all: readonly Bench[]): string {
  return all.map(({ name }) => name).join(", ") || "none yet";
}
