import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineEstimate } from "../../local/queries/pipeline.ts";
import { openByAge } from "./open-by-age.ts";
import { firstInstant, MONTHS, winRate, wonByEstimator, wonByMonth } from "./won.ts";

const now = new Date(2026, 10, 28, 9);
const made = (id: string, at: Date, over: Partial<PipelineEstimate> = {}): PipelineEstimate => ({
  id,
  createdAt: at.toISOString(),
  estimatorName: "Erin Vega",
  status: "draft",
  acceptedTotal: null,
  ...over,
});
const accepted = (cents: number) => ({ status: "accepted", acceptedTotal: cents }) as const;

test("each month stands there, also one in which nothing was made", () => {
  const rows = wonByMonth(
    [
      made("a", new Date(2026, 10, 1, 0, 0), accepted(10_00)),
      made("b", new Date(2026, 9, 31, 23, 59)),
      made("c", new Date(2026, 5, 1), accepted(5_00)),
    ],
    now,
  );
  expect(rows.map(({ key }) => key)).toEqual([
    "2026-11",
    "2026-10",
    "2026-09",
    "2026-08",
    "2026-07",
    "2026-06",
  ]);
  expect(rows[0]).toEqual({ key: "2026-11", made: 1, accepted: 1, acceptedCents: 10_00 });
  expect(rows[1]).toMatchObject({ made: 1, accepted: 0 });
  expect(rows[2]).toMatchObject({ made: 0 });
  expect(firstInstant(now)).toEqual(new Date(2026, 5, 1));
  expect(firstInstant(new Date(2027, 0, 31))).toEqual(new Date(2026, 7, 1));
});

test("months count everything that was made since the first of them, once", () => {
  const instants = fc.date({ min: firstInstant(now), max: now, noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(instants), (dates) => {
      const estimates = dates.map((at, index) => made(String(index), at));
      const rows = wonByMonth(estimates, now);
      expect(rows).toHaveLength(MONTHS);
      expect(rows.reduce((sum, row) => sum + row.made, 0)).toBe(dates.length);
    }),
  );
});

test("who brought in most stands first", () => {
  const rows = wonByEstimator([
    made("a", now, accepted(10_00)),
    made("b", now, { estimatorName: "Noah Brandt", ...accepted(30_00) }),
    made("c", now),
  ]);
  expect(rows.map(({ key, made: all }) => [key, all])).toEqual([
    ["Noah Brandt", 1],
    ["Erin Vega", 2],
  ]);
  expect(rows.map(winRate)).toEqual([100, 50]);
  expect(winRate({ made: 0, accepted: 0 })).toBeNull();
});

test("open estimates by age, with what has been priced so far", () => {
  const days = (back: number) => new Date(now.getTime() - back * 24 * 60 * 60 * 1000);
  const estimates = [
    made("a", days(1)),
    made("b", days(6.9)),
    made("c", days(7)),
    made("d", days(29.9)),
    made("e", days(31)),
    made("f", days(1), accepted(1)),
  ];
  const priced = new Map([
    ["a", 100],
    ["c", null],
    ["e", 50],
    ["f", 7],
  ]);
  expect(openByAge(estimates, priced, now.getTime())).toEqual([
    { age: "week", count: 2, cents: 100 },
    { age: "month", count: 2, cents: 0 },
    { age: "older", count: 1, cents: 50 },
  ]);
});
