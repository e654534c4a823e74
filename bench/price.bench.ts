import { examplePriceBook } from "../shared/pricing/example-price-book.ts";
import { price } from "../shared/pricing/price.ts";
import type { Figure } from "./figure.ts";
import { houseOf } from "./fixtures/house.ts";
import { quantile } from "./fixtures/quantile.ts";

/** How long `price()` takes for a room, a house and a street; all three options, every trace included. */
export const name = "price";

const SMALLEST = 20;
/** Long enough for the compiler to be done, as it is after the first minutes of a painter's day. */
const WARM_UP_MS = 2000;
const TIMED_RUNS = 51;

/** The median of some runs, in milliseconds: one collection of garbage does not decide it. */
function medianRun(surfaces: number): number {
  const estimate = houseOf(surfaces);
  const once = () => {
    const start = performance.now();
    price(estimate, examplePriceBook);
    return performance.now() - start;
  };
  for (const start = performance.now(); performance.now() - start < WARM_UP_MS;) once();
  return quantile(Array.from({ length: TIMED_RUNS }, once), 0.5);
}

/** The baseline is what the smallest job takes per surface: a ratio of 1 is linear. */
export async function* run(): AsyncGenerator<Figure> {
  const perSurface = medianRun(SMALLEST) / SMALLEST;
  for (const surfaces of [SMALLEST, 200, 2000]) {
    const value = medianRun(surfaces);
    yield { label: `${surfaces} surfaces`, value, unit: "ms", baseline: perSurface * surfaces };
  }
}
