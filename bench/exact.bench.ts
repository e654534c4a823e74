import { isDeepStrictEqual } from "node:util";
import type { Figure } from "./figure.ts";
import { type Arithmetic, hybrid, plainBigints, priceJob } from "./fixtures/job-arithmetic.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * Exact arithmetic alone, without traces: the job of 200 surfaces in three options, and its two sums over many
 * lines for 2,000. The baseline does the same with plain fractions of bigints, in turns with ours.
 */
export const name = "exact";

const WARM_UP_RUNS = 20;
const TIMED_RUNS = 60;

interface Work {
  readonly label: string;
  readonly of: <F>(math: Arithmetic<F>) => () => unknown;
}

/** Lines of a long job: a few denominators in common, as of a price book, or one for each line. */
const thirds = <F>({ from }: Arithmetic<F>, count: number): readonly F[] =>
  Array.from({ length: count }, (_, at) => from(1_000_003 * (at + 1), 36_864 * (1 + (at % 11))));
const ragged = <F>({ from }: Arithmetic<F>, count: number): readonly F[] =>
  Array.from({ length: count }, (_, at) => from(1_000_003 * (at + 1), 36_865 + at));

const works: readonly Work[] = [
  { label: "200 surfaces, 3 options", of: (math) => () => priceJob(math, 200) },
  {
    label: "sum of 2,000, few denominators",
    of: (math) => {
      const values = thirds(math, 2000);
      return () => math.sum(values);
    },
  },
  {
    label: "sum of 200, each its denominator",
    of: (math) => {
      const values = ragged(math, 200);
      return () => math.sum(values);
    },
  },
  {
    label: "apportioning 2,000",
    of: (math) => {
      const values = thirds(math, 2000);
      return () => math.apportion(values);
    },
  },
];

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @throws when the two do not come to the same cents: then there is nothing to compare. */
function assertAlike(): void {
  if (!isDeepStrictEqual(priceJob(hybrid, 200), priceJob(plainBigints, 200))) {
    throw new Error("the two arithmetics do not agree");
  }
}

export async function* run(): AsyncGenerator<Figure> {
  assertAlike();
  for (const { label, of } of works) {
    const [ours, plain] = [of(hybrid), of(plainBigints)];
    const times = Array.from({ length: WARM_UP_RUNS + TIMED_RUNS }, () => ({
      ours: timed(ours),
      plain: timed(plain),
    })).slice(WARM_UP_RUNS);
    const median = (which: "ours" | "plain") =>
      quantile(
        times.map((one) => one[which]),
        0.5,
      );
    yield { label, value: median("ours"), unit: "ms", baseline: median("plain") };
  }
}
