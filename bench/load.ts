import { join } from "node:path";
import type { Bench } from "./figure.ts";

/** Imports a benchmark by its file's name; throws when it is none. */
export async function loadBench(file: string): Promise<Bench> {
  const module: unknown = await import(join(import.meta.dirname, file));
  if (isBench(module)) return module;
  throw new TypeError(`bench/${file} must export name and run()`);
}

function isBench(value: unknown): value is Bench {
  if (typeof value !== "object" || value === null) return false;
  if (!("name" in value) || !("run" in value)) return false;
  return typeof value.name === "string" && typeof value.run === "function";
}
