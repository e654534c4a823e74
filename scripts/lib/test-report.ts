import { existsSync, readFileSync } from "node:fs";
import type { Outcome } from "./steps.ts";
import { failuresIn } from "./test-failures.ts";
import { skipsIn } from "./test-skips.ts";

/**
 * How many tests passed and failed, from the JSON report of a runner. A run that ended badly
 * without a failed test (a file that does not load, a crash) counts as one failure. What passed at
 * its second try only is told as well.
 */
export function outcomeOfRun(reportFile: string, exitCode: number): Outcome {
  const report: unknown = existsSync(reportFile)
    ? JSON.parse(readFileSync(reportFile, "utf8"))
    : null;
  const skipped = skipsIn(report);
  const counted = { ...countTests(report), ...(skipped.length > 0 && { skipped }) };
  if (exitCode === 0) {
    const faltered = failuresIn(report).map((failure) => `Passed at its second try: ${failure}`);
    return faltered.length === 0 ? counted : { ...counted, failures: faltered };
  }
  return { ...counted, failed: Math.max(1, counted.failed), failures: failuresIn(report) };
}

/** Reads the totals of vitest's report or of Playwright's. */
export function countTests(report: unknown): Outcome {
  if (typeof report !== "object" || report === null) return { passed: 0, failed: 0 };
  if ("stats" in report) {
    // A flaky test passed at its second try, which only CI gives it.
    const passed = numberAt(report.stats, "expected") + numberAt(report.stats, "flaky");
    return { passed, failed: numberAt(report.stats, "unexpected") };
  }
  return { passed: numberAt(report, "numPassedTests"), failed: numberAt(report, "numFailedTests") };
}

function numberAt(value: unknown, key: string): number {
  if (typeof value !== "object" || value === null) return 0;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : 0;
}
