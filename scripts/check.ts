import { runTool } from "./lib/run.ts";
import { outcomeOf, runSteps, type Step } from "./lib/steps.ts";

/** Each room sees only the globals it may use, so each is compiled by its own rules. */
const ROOMS = ["shared", "client", "sw", "server", "."];

/** `npm run check`: what can be said about the code without running it. */
export const CHECKS: readonly Step[] = [
  { title: "Types", run: types },
  {
    title: "Lint",
    run: async () => outcomeOf((await runTool("oxlint/bin/oxlint", ["--deny-warnings"])) === 0),
  },
  {
    title: "Format",
    run: async () => outcomeOf((await runTool("oxfmt/bin/oxfmt", ["--check", "."])) === 0),
  },
];

async function types(): ReturnType<Step["run"]> {
  let wentWell = true;
  for (const room of ROOMS) {
    const code = await runTool("typescript/bin/tsc", ["-p", room]);
    wentWell = code === 0 && wentWell;
  }
  return outcomeOf(wentWell);
}

if (import.meta.main) {
  const reports = await runSteps(CHECKS);
  process.exitCode = reports.some(({ failed }) => failed > 0) ? 1 : 0;
}
