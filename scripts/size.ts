import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { SHELL_MAX_BYTES } from "../shared/cache-budget.ts";
import { measureShell } from "./build/precache.ts";
import { type Chunks, initialLoad, lazyLoads, workerLoads } from "./lib/bundle-size.ts";
import { DIST } from "./lib/paths.ts";
import { sentBytes } from "./lib/sent-bytes.ts";

/**
 * Brotli bytes. The floor of the first (react, react-dom, dexie and react-query alone) is 97 KB;
 * a lazy part has to arrive within a second on a weak signal.
 */
export const BUDGETS = { initialScripts: 130_000, lazyScripts: 30_000 };

interface Row {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Holds the last build against the budgets, prints a table, and says whether all were kept. */
export async function sizeBudget(): Promise<boolean> {
  const chunks: Chunks = JSON.parse(readFileSync(join(DIST, "chunks.json"), "utf8"));
  const html = readFileSync(join(DIST, "client/index.html"), "utf8");
  const size = sentBytes(join(DIST, "client"));
  const initial = initialLoad(chunks, html, size);
  const files = globSync("assets/*.js", { cwd: join(DIST, "client") }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  const shell = await measureShell(join(DIST, "client"));
  const rows: readonly Row[] = [
    { what: "initial scripts, brotli", bytes: initial.scripts, budget: BUDGETS.initialScripts },
    ...lazyLoads(chunks, html, size).map(({ name, scripts }) => ({
      what: `lazy ${name}, brotli`,
      bytes: scripts,
      budget: BUDGETS.lazyScripts,
    })),
    ...workerLoads(chunks, files, size).map(({ name, scripts }) => ({
      what: `worker ${name}, brotli`,
      bytes: scripts,
      budget: BUDGETS.lazyScripts,
    })),
    { what: "offline shell, in the cache", bytes: shell.charged, budget: SHELL_MAX_BYTES },
  ];
  for (const { what, bytes, budget } of rows) {
    const verdict = bytes <= budget ? "" : "  OVER BUDGET";
    console.log(`${what.padEnd(60)} ${kilobytes(bytes)} of ${kilobytes(budget)} KB${verdict}`);
  }
  return rows.every(({ bytes, budget }) => bytes <= budget);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(7);
}

/** `npm run size` */
if (import.meta.main) {
  await buildAll();
  process.exitCode = (await sizeBudget()) ? 0 : 1;
}
