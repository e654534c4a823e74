import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./lib/paths.ts";
import { runTool } from "./lib/run.ts";
import type { Outcome } from "./lib/steps.ts";
import { outcomeOfRun } from "./lib/test-report.ts";

const REPORT = join(ROOT, "test-results/unit.json");

/** `npm run unit [path]`: the tests beside the source, without a browser. */
export async function unitTests(args: readonly string[] = []): Promise<Outcome> {
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const code = await runTool("vitest/vitest.mjs", ["run", ...reporters, ...args]);
  return outcomeOfRun(REPORT, code);
}

if (import.meta.main) {
  process.exitCode = (await unitTests(process.argv.slice(2))).failed > 0 ? 1 : 0;
}
