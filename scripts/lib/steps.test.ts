import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { outcomeOf, runSteps, type Step, summary } from "./steps.ts";
import { countTests, outcomeOfRun } from "./test-report.ts";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const step = (title: string, passed: number, failed: number, needs: string[] = []): Step => ({
  title,
  needs,
  run: async () => ({ passed, failed }),
});

test("the last line sums up what the runners counted", async () => {
  const reports = await runSteps([step("Unit", 40, 0), step("Journeys", 2, 0)]);
  expect(summary(reports)).toBe("42 passed, 0 failed");
});

test("a failed step is never a clean end, and the others still run", async () => {
  const lint: Step = { title: "Lint", run: async () => outcomeOf(false) };
  const reports = await runSteps([lint, step("Unit", 40, 2)]);
  expect(summary(reports)).toBe("Not well: Lint, Unit.\n40 passed, 3 failed");
});

test("what failed and why stands before the last words", async () => {
  const unit: Step = {
    title: "Unit",
    run: async () => ({ passed: 1, failed: 1, failures: ["a.test.ts › adds\n    no"] }),
  };
  expect(summary(await runSteps([unit]))).toBe(
    "a.test.ts › adds\n    no\n\nNot well: Unit.\n1 passed, 1 failed",
  );
});

test("what could not be tested here is never passed over", async () => {
  const journeys: Step = {
    title: "Journeys",
    run: async () => ({ passed: 3, failed: 0, skipped: ["Firefox is not installed: a journey"] }),
  };
  expect(summary(await runSteps([journeys]))).toBe(
    "Not tested here. Firefox is not installed: a journey\n3 passed, 0 failed, 1 not tested here",
  );
});

test("a crash fails its step, and a step without its ground is not run", async () => {
  const build: Step = { title: "Build", run: () => Promise.reject(new Error("no entry")) };
  const reports = await runSteps([build, step("Journeys", 5, 0, ["Build"])]);
  expect(summary(reports)).toBe("Not well: Build, Journeys.\n0 passed, 2 failed");
});

test("both runners' reports are read", () => {
  expect(countTests({ numPassedTests: 7, numFailedTests: 1 })).toEqual({ passed: 7, failed: 1 });
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 4 };
  expect(countTests({ stats })).toEqual({ passed: 4, failed: 1 });
});

test("what passed at its second try is told, and does not fail the run", () => {
  const file = join(mkdtempSync(join(tmpdir(), "paintbox-report-")), "e2e.json");
  const results = [{ errors: [{ message: "too late" }] }, { errors: [] }];
  const specs = [{ title: "a week away", line: 4, tests: [{ results }] }];
  const stats = { expected: 2, unexpected: 0, flaky: 1 };
  writeFileSync(file, JSON.stringify({ stats, suites: [{ file: "week.test.ts", specs }] }));
  expect(outcomeOfRun(file, 0)).toEqual({
    passed: 3,
    failed: 0,
    failures: ["Passed at its second try: week.test.ts:4 › a week away\n    too late"],
  });
});

test("a run that ended badly counts as a failure, report or not", () => {
  expect(outcomeOfRun("/no/such/report.json", 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(outcomeOfRun("/no/such/report.json", 0)).toEqual({ passed: 0, failed: 0 });
});
