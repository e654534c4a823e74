/** What came of one step: tests it ran, or simply whether it went well. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, where the step knows: said again at the very end, where people look first. */
  readonly failures?: readonly string[];
  /** What could not be tested here and why: said at the very end as well, since it is no success. */
  readonly skipped?: readonly string[];
}

export interface Step {
  readonly title: string;
  readonly run: () => Promise<Outcome>;
  /** Titles of steps without which this one makes no sense. */
  readonly needs?: readonly string[];
}

export interface Report extends Outcome {
  readonly title: string;
  readonly seconds: number;
}

/** A step that is not made of tests: it counts only when it fails. */
export function outcomeOf(wentWell: boolean): Outcome {
  return { passed: 0, failed: wentWell ? 0 : 1 };
}

/**
 * Runs the steps one after the other under headings, all of them, so that one run shows everything
 * that is wrong; only a step whose ground is missing is left out, and counts as failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const { title, run, needs = [] } of steps) {
    const missing = needs.find((need) => reports.some((r) => r.title === need && r.failed > 0));
    console.log(`\n── ${title} ${"─".repeat(Math.max(4, 60 - title.length))}`);
    const started = performance.now();
    const outcome = missing === undefined ? await run().catch(reportCrash) : notRun(missing);
    const seconds = (performance.now() - started) / 1000;
    reports.push({ title, seconds, ...outcome });
    console.log(`   ${title}: ${outcome.failed === 0 ? "ok" : "FAILED"}, ${seconds.toFixed(1)} s`);
  }
  return reports;
}

/** The last words of `npm test`. */
export function summary(reports: readonly Report[]): string {
  const bad = reports.filter(({ failed }) => failed > 0).map(({ title }) => title);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  const where = bad.length > 0 ? `Not well: ${bad.join(", ")}.\n` : "";
  const why = reports.flatMap(({ failures = [] }) => failures.map((failure) => `${failure}\n\n`));
  const left = reports.flatMap(({ skipped = [] }) => skipped);
  const notTested = left.map((each) => `Not tested here. ${each}\n`).join("");
  const count = left.length > 0 ? `, ${left.length} not tested here` : "";
  return `${why.join("")}${notTested}${where}${passed} passed, ${failed} failed${count}`;
}

function reportCrash(error: unknown): Outcome {
  console.error(error instanceof Error ? error.message : error);
  return outcomeOf(false);
}

function notRun(missing: string): Outcome {
  console.error(`Not run: it needs "${missing}", which failed.`);
  return outcomeOf(false);
}
