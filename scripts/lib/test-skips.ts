import { z } from "zod";

const suite = z.object({
  get suites() {
    return z.array(suite).optional();
  },
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(
        z.object({
          status: z.string(),
          annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
        }),
      ),
    }),
  ),
});
const report = z.object({ suites: z.array(suite) });

/** What was left out and why, from Playwright's JSON report: one line for each test. Nothing when it is another's. */
export function skipsIn(found: unknown): readonly string[] {
  const read = report.safeParse(found);
  return read.success ? read.data.suites.flatMap(skipsInSuite) : [];
}

function skipsInSuite({ specs, suites = [] }: z.infer<typeof suite>): readonly string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(({ annotations }) => {
        const why = annotations.find(({ type }) => type === "skip")?.description;
        return `${why ?? "No reason given"}: ${title}`;
      }),
  );
  return [...own, ...suites.flatMap(skipsInSuite)];
}
