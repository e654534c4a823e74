import type { RecordOf } from "../../estimate/record.ts";
import type { AreaBand } from "../book/work.ts";
import type { PriceBook } from "../price-book.ts";
import { decimal, type Fraction, sumOf, whole } from "./fraction.ts";
import type { JobHours } from "./hours.ts";
import type { OptionSurface } from "./option-surface.ts";
import { countsHere, type Pool } from "./pools.ts";

/** Something on top of the surfaces, as a cost in cents, before profit. */
export interface Extra {
  readonly label: string;
  readonly cost: Fraction;
}

export const tripCost = (book: PriceBook, hours: JobHours): Fraction =>
  whole(hours.crewDays).times(whole(book.labour.tripPerCrewDay.cents));

/**
 * Page, section 6, "charge": one for each height, access or occupancy band with a charge that is in force in an
 * area with a surface in the option whose substrate lists that multiplier.
 */
export function bandCharges(
  book: PriceBook,
  surfaces: readonly OptionSurface[],
  hours: JobHours,
): readonly Extra[] {
  const lists = [
    ["access", book.access],
    ["height", book.heightBands],
    ["occupancy", book.occupancy],
  ] as const;
  return lists.flatMap(([kind, bands]) =>
    inOrderOfKeys(bands).flatMap((band) => {
      const areas = new Set(
        surfaces
          .map(({ measured }) => measured)
          .filter(({ substrate }) => substrate.multipliers.includes(kind))
          .filter((measured) => measured.bands[kind]?.key === band.key)
          .map(({ area }) => area.id),
      );
      if (band.charge === undefined || areas.size === 0) return [];
      const times = { area: areas.size, job: 1, "crew-day": hours.crewDays }[band.charge.per];
      const cost = whole(band.charge.cost.cents).times(whole(times));
      return [{ label: band.label.en, cost }];
    }),
  );
}

const inOrderOfKeys = (bands: readonly AreaBand[]): readonly AreaBand[] =>
  bands.toSorted((one, other) => (one.key < other.key ? -1 : 1));

/** The sum of perHour: cents for an hour. */
export const sundriesByTheHourOf = (book: PriceBook, estimate: RecordOf<"estimate">): Fraction =>
  sumOf(
    book.sundries.map((rule) =>
      whole(rule.kind === "per-hour" && countsHere(rule, estimate) ? rule.perHour.cents : 0),
    ),
  );

/** Page, section 6, "sundries": of kind per-started; they need a surface. */
export function startedSundries(
  book: PriceBook,
  estimate: RecordOf<"estimate">,
  surfaces: readonly OptionSurface[],
  pools: readonly Pool[],
  hours: JobHours,
): readonly Extra[] {
  const quantityIn = (unit: string): Fraction =>
    sumOf(
      surfaces
        .filter(({ measured }) => measured.substrate.unit === unit)
        .map(({ measured }) => measured.quantity),
    );
  const amounts = {
    sqft: () => quantityIn("sqft"),
    lf: () => quantityIn("lf"),
    each: () => quantityIn("each"),
    hour: () => sumOf(surfaces.map(({ work }) => work.hours)),
    gallon: () => sumOf(pools.map(({ gallons }) => gallons)),
    area: () => whole(new Set(surfaces.map(({ measured }) => measured.area.id)).size),
    "crew-day": () => whole(hours.crewDays),
  };
  if (surfaces.length === 0) return [];
  return book.sundries.flatMap((rule) => {
    if (rule.kind !== "per-started" || !countsHere(rule, estimate)) return [];
    const started = amounts[rule.of]().over(decimal(rule.units.value)).up();
    const minimum = BigInt(rule.minimum);
    const count = started > minimum ? started : minimum;
    return [{ label: rule.label.en, cost: whole(rule.cost.cents).times(whole(count)) }];
  });
}
