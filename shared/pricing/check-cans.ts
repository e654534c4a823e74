import type { Can } from "./book/paint.ts";
import type { Walk } from "./walk.ts";

/** Ten gallons: nobody carries more, and the search for the cheapest mix stays small. */
const MAX_OUNCES = 1280;

/**
 * How many needs the search for the cheapest mix may have to tell apart (cans.ts): some 25 MB for a moment. Sizes
 * that are sold come to a few hundred.
 */
const MAX_SEARCHED = 1_000_000;

/** The same for all products of a book together: some 100 MB, if an estimate uses them all for large jobs. */
const MAX_SEARCHED_IN_BOOK = 4_000_000;

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);

/** How far cheapestCans has to search, in the largest measure that all sizes are multiples of. */
function searchedUnits(cans: readonly Can[]): number {
  const sizes = cans.map(({ fluidOunces, cost }) => ({
    ounces: Number(fluidOunces.value),
    cents: cost.cents,
  }));
  const unit = sizes.reduce((divisor, { ounces }) => greatestDivisor(divisor, ounces), 0);
  // Of equally good values the largest.
  const best = sizes.reduce((leader, size) => {
    const [here, there] = [size.cents * leader.ounces, leader.cents * size.ounces];
    return here < there || (here === there && size.ounces > leader.ounces) ? size : leader;
  });
  const largest = Math.max(...sizes.map(({ ounces }) => ounces));
  return (best.ounces / unit) * (largest / unit);
}

/** The cans of one product after the other: the cheapest mix must mean something, and be found in no time. */
export function canCheck(): (cans: readonly Can[], walk: Walk) => void {
  let searchedInBook = 0;
  return (cans, walk) => {
    walk.once(
      cans.map(({ size }) => size),
      (index) => `cans.${index}.size`,
      "duplicate_key",
    );
    for (const [index, { fluidOunces, cost }] of cans.entries()) {
      walk.atMost(MAX_OUNCES, fluidOunces, `cans.${index}.fluidOunces`);
      if (cost.cents === 0) walk.say("can_free", cost.cents, "", `cans.${index}.cost.cents`);
    }
    const searched = searchedUnits(cans);
    const isTooLarge = searched > MAX_SEARCHED || searchedInBook + searched > MAX_SEARCHED_IN_BOOK;
    if (isTooLarge) {
      const volumes = cans.map(({ fluidOunces }) => fluidOunces.value).join(", ");
      walk.say("cans_incommensurable", volumes, "", "cans");
    } else searchedInBook += searched;
  };
}
