import { defaultSurfaces } from "../shared/pricing/default-surfaces.ts";
import { examplePriceBook } from "../shared/pricing/example-price-book.ts";
import { price } from "../shared/pricing/price.ts";
import { buildArea, buildEstimate } from "../shared/pricing/testing/build-estimate.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./fixtures/quantile.ts";

/** How long `price()` takes for a room, a house and a street; all three options, every trace included. */
export const name = "price";

const SMALLEST = 20;
const SURFACES_PER_ROOM = 4;
const WARM_UP_RUNS = 50;
const TIMED_RUNS = 25;

const painted = defaultSurfaces(examplePriceBook, "room").filter((surface) => surface.painted);

/** Rooms of many sizes, so that quantities differ as they do in a house. */
function houseOf(surfaces: number) {
  const rooms = Array.from({ length: surfaces / SURFACES_PER_ROOM }, (_, index) =>
    buildArea(`room-${index}`, painted, {
      length: `${10 + (index % 9)}'${index % 12}"`,
      width: `${9 + (index % 5)} ${index % 7}`,
    }),
  );
  return buildEstimate(rooms);
}

/** The median of some runs, in milliseconds: one collection of garbage does not decide it. */
function medianRun(surfaces: number): number {
  const estimate = houseOf(surfaces);
  const runs = Array.from({ length: WARM_UP_RUNS + TIMED_RUNS }, () => {
    const start = performance.now();
    price(estimate, examplePriceBook);
    return performance.now() - start;
  });
  return quantile(runs.slice(WARM_UP_RUNS), 0.5);
}

/** The baseline is what the smallest job takes per surface: a ratio of 1 is linear. */
export async function* run(): AsyncGenerator<Figure> {
  const perSurface = medianRun(SMALLEST) / SMALLEST;
  for (const surfaces of [SMALLEST, 200, 2000]) {
    const value = medianRun(surfaces);
    yield { label: `${surfaces} surfaces`, value, unit: "ms", baseline: perSurface * surfaces };
  }
}
