import type { LabourRule } from "../book/substrate.ts";
import type { PriceBook } from "../price-book.ts";
import { multiplied } from "./bands.ts";
import type { Choices } from "./choices.ts";
import { numberAt } from "./curves.ts";
import { decimal, type Fraction, HUNDRED, percent, ZERO, whole } from "./fraction.ts";
import { type MeasuredSurface, quantityOnTheJob } from "./measured.ts";
import { prepOf } from "./prep.ts";
import type { Problems } from "./problems.ts";

/** Hours, and pay in cents for piece rates. The hours of a piece rate are those that its pay would buy. */
export interface Work {
  readonly hours: Fraction;
  readonly pay: Fraction;
}

/** What a surface takes in one option, before anything is rounded. */
export interface SurfaceWork {
  readonly painting: Work;
  readonly primer: Work;
  readonly prepHours: Fraction;
  /** Painting, primer and prep. */
  readonly hours: Fraction;
  readonly paidByTheHour: Fraction;
  readonly pay: Fraction;
}

/** `wage × load`: cents for an hour. */
export const loadedOf = (book: PriceBook): Fraction =>
  whole(book.labour.wage.cents).times(decimal(book.labour.load.value));

/** Page, section 1, "Painting" to "The surface's hours". */
export function workOf(
  book: PriceBook,
  option: string,
  measured: MeasuredSurface,
  all: readonly MeasuredSurface[],
  choices: Choices,
  problems: Problems,
): SurfaceWork {
  const { quantity, substrate, bands } = measured;
  const loaded = loadedOf(book);
  const labourFactor = multiplied(substrate, bands, "labour").times(
    decimal(choices.method.labour.value),
  );
  const x = { surface: quantity, job: quantityOnTheJob(all, substrate) };
  const { kind } = substrate.labour;
  const painting = workAt(kind, quantity, numberAt(choices.rate, x), labourFactor, loaded);

  let primer: Work = { hours: ZERO, pay: ZERO };
  if (choices.primer !== null) {
    const primed = quantity.times(percent(decimal(choices.primer.percent.value)));
    const factor = labourFactor.times(percent(decimal(choices.primer.labour.value)));
    primer = workAt(kind, primed, numberAt(choices.oneCoatRate, x), factor, loaded);
  }

  const prepHours = prepOf(book, option, measured, choices, painting.hours, problems);
  const hours = painting.hours.plus(primer.hours).plus(prepHours);
  return {
    painting,
    primer,
    prepHours,
    hours,
    paidByTheHour: kind === "piece" ? prepHours : hours,
    pay: painting.pay.plus(primer.pay),
  };
}

function workAt(
  kind: LabourRule["kind"],
  quantity: Fraction,
  rate: Fraction,
  factor: Fraction,
  loaded: Fraction,
): Work {
  switch (kind) {
    case "units-per-hour":
      return { hours: quantity.over(rate).times(factor), pay: ZERO };
    case "hours-per-unit":
      return { hours: quantity.times(rate).times(factor), pay: ZERO };
    case "piece": {
      const pay = quantity.times(rate).times(HUNDRED).times(factor);
      return { hours: pay.over(loaded), pay };
    }
  }
}
