import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { buildAll } from "./build.ts";
import { ROOT } from "./lib/paths.ts";
import { runTool } from "./lib/run.ts";
import type { Outcome } from "./lib/steps.ts";
import { outcomeOfRun } from "./lib/test-report.ts";

const REPORT = join(ROOT, "test-results/e2e.json");

/** The journeys in a real browser, against what the last build left in dist/. */
export async function journeys(args: readonly string[] = []): Promise<Outcome> {
  const browser = await ensureBrowser();
  console.log(`Browser: ${browser.executablePath}`);
  rmSync(REPORT, { force: true });
  const code = await runTool("@playwright/test/cli.js", ["test", ...args]);
  return outcomeOfRun(REPORT, code);
}

/** `npm run e2e [file or -g words]` */
if (import.meta.main) {
  await buildAll();
  process.exitCode = (await journeys(process.argv.slice(2))).failed > 0 ? 1 : 0;
}
