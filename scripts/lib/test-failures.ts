import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const playwrightSuite = z.object({
  file: z.string(),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
  specs: z.array(
    z.object({
      title: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({
          results: z.array(
            z.object({
              errors: z.array(z.object({ message: z.string().optional() })),
            }),
          ),
        }),
      ),
    }),
  ),
});
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

/** The lines of a message that say what is wrong; the rest is where it was called from. */
const LINES = 12;

/** What failed and why, shortly, from vitest's JSON report or Playwright's; nothing when it is neither. */
export function failuresIn(report: unknown): readonly string[] {
  const units = vitestReport.safeParse(report);
  if (units.success) {
    return units.data.testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      // A file that does not load has no tests to fail.
      if (failed.length === 0) return message ? [told(name, message)] : [];
      return failed.map((test) =>
        told(`${name} › ${test.fullName}`, test.failureMessages?.[0] ?? ""),
      );
    });
  }
  const journeys = playwrightReport.safeParse(report);
  return journeys.success ? journeys.data.suites.flatMap(failuresInSuite) : [];
}

function failuresInSuite(suite: z.infer<typeof playwrightSuite>): readonly string[] {
  const own = suite.specs.flatMap(({ title, line, tests }) =>
    tests
      .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
      .map(({ message }) => told(`${suite.file}:${line} › ${title}`, message ?? "")),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresInSuite)];
}

function told(what: string, why: string): string {
  const lines = stripVTControlCharacters(why).split("\n").slice(0, LINES);
  return [what, ...lines.map((line) => `    ${line}`)].join("\n");
}
