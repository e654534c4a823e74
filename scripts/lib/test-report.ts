import { existsSync, readFileSync } from "node:fs";
import type { Outcome } from "./steps.ts";
import { failuresIn } from "./test-failures.ts";

/**
 * How many tests passed and failed, from the JSON report of a runner. A run that ended badly
 * without a failed test (a file that does not load, a crash) counts as one failure.
 */
export function outcomeOfRun(reportFile: string, exitCode: number): Outcome {
  const report: unknown = existsSync(reportFile)
    ? JSON.parse(readFileSync(reportFile, "utf8"))
    : null;
  const counted = countTests(report);
  if (exitCode === 0) return counted;
  return { ...counted, failed: Math.max(1, counted.failed), failures: failuresIn(report) };
}

/** Reads the totals of vitest's report or of Playwright's. */
export function countTests(report: unknown): Outcome {
  if (typeof report !== "object" || report === null) return { passed: 0, failed: 0 };
  if ("stats" in report) {
    // A flaky test failed at least once; with us there are no second tries, so there are none.
    const failed = numberAt(report.stats, "unexpected") + numberAt(report.stats, "flaky");
    return { passed: numberAt(report.stats, "expected"), failed };
  }
  return { passed: numberAt(report, "numPassedTests"), failed: numberAt(report, "numFailedTests") };
}

function numberAt(value: unknown, key: string): number {
  if (typeof value !== "object" || value === null) return 0;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : 0;
}
