import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { buildAll } from "./build.ts";
import type { Child } from "./lib/child.ts";
import { BUILT, startSandbox, startServer } from "./lib/launch.ts";
import { planFrom } from "./lib/plan.ts";
import { freePort } from "./lib/ports.ts";
import { runTool } from "./lib/run.ts";

/**
 * `npm run lhci [runs]`: Lighthouse against the built app and a sandbox of its own, held to the
 * budgets of lighthouserc.json; the median of the runs counts.
 */
const runs = process.argv[2] ?? "3";
const browser = await ensureBrowser();
await buildAll();
const dataDir = mkdtempSync(join(tmpdir(), "paintbox-lhci-"));
const port = await freePort(0, "127.0.0.1");
const plan = planFrom({ PORT: String(port), DATA_DIR: dataDir });
const children: Child[] = [];
try {
  const sandbox = plan.sandbox && (await startSandbox(plan.sandbox, BUILT.sandbox));
  if (sandbox) children.push(sandbox.child);
  const server = await startServer(plan, BUILT.server, {
    ...sandbox?.environment,
    DATA_DIR: dataDir,
  });
  children.unshift(server);
  process.exitCode = await runTool(
    "@lhci/cli/src/cli.js",
    [
      "autorun",
      `--collect.url=${plan.address}/`,
      `--collect.numberOfRuns=${runs}`,
      `--collect.settings.chromeFlags=${["--headless=new", ...browser.args].join(" ")}`,
    ],
    { CHROME_PATH: browser.executablePath },
  );
} finally {
  for (const child of children) await child.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
