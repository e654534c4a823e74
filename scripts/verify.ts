import { buildAll } from "./build.ts";
import { CHECKS } from "./check.ts";
import { journeys } from "./e2e.ts";
import { outcomeOf, runSteps, type Step, summary } from "./lib/steps.ts";
import { sizeBudget } from "./size.ts";
import { unitTests } from "./unit.ts";

/** `npm test`: everything that must hold before a change may stand. */
const STEPS: readonly Step[] = [
  ...CHECKS,
  { title: "Unit and contract tests", run: () => unitTests() },
  { title: "Build", run: () => buildAll().then(() => outcomeOf(true)) },
  { title: "Size", run: () => sizeBudget().then(outcomeOf), needs: ["Build"] },
  { title: "Journeys in the browser", run: () => journeys(), needs: ["Build"] },
];

const reports = await runSteps(STEPS);
console.log("");
for (const { title, seconds, failed } of reports) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"}  ${title} (${seconds.toFixed(1)} s)`);
}
console.log(`\n${summary(reports)}`);
process.exitCode = reports.some(({ failed }) => failed > 0) ? 1 : 0;
