import { buildAll } from "./build.ts";
import { CHECKS } from "./check.ts";
import { journeys } from "./e2e.ts";
import { join } from "node:path";
import { ROOT } from "./lib/paths.ts";
import { run } from "./lib/run.ts";
import { outcomeOf, runSteps, type Step, summary } from "./lib/steps.ts";
import { sizeBudget } from "./size.ts";
import { unitTests } from "./unit.ts";

/** `npm test`: everything that must hold before a change may stand. */
const STEPS: readonly Step[] = [
  ...CHECKS,
  { title: "Unit and contract tests", run: () => unitTests() },
  { title: "Simulation", run: () => simulation("--histories", "2000").then(outcomeOf) },
  { title: "Mutants of the simulation", run: () => simulation("--mutants").then(outcomeOf) },
  { title: "Build", run: () => buildAll().then(() => outcomeOf(true)) },
  { title: "Size", run: () => sizeBudget().then(outcomeOf), needs: ["Build"] },
  { title: "Journeys in the browser", run: () => journeys(), needs: ["Build"] },
  { title: "Lighthouse", run: () => lighthouse().then(outcomeOf), needs: ["Build"] },
];

/** One run of every screen; two more decide about one that breaks a budget. */
const lighthouse = async (): Promise<boolean> =>
  (await run(process.execPath, [join(ROOT, "e2e/lighthouse.ts"), "1"])) === 0;

/** Histories of these very seeds: a change is judged by what it changed. */
const simulation = async (...args: readonly string[]): Promise<boolean> =>
  (await run(process.execPath, [join(ROOT, "e2e/sim/run.ts"), "--seed", "1", ...args])) === 0;

const reports = await runSteps(STEPS);
console.log("");
for (const { title, seconds, failed } of reports) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"}  ${title} (${seconds.toFixed(1)} s)`);
}
console.log(`\n${summary(reports)}`);
process.exitCode = reports.some(({ failed }) => failed > 0) ? 1 : 0;
