import type { CompiledBook } from "./compiled-book.ts";
import { bookProfit, type JobSize, type NamedProfit, withProfit } from "./profit.ts";
import { per, plusAll } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What an hour costs, whatever is earned on it. */
export interface HourCost {
  readonly loaded: Trace;
  /** Sundries reckoned by the hour; null when there are none. */
  readonly sundries: Trace | null;
  /** Both. */
  readonly cost: Trace;
}

export interface HourCharge extends HourCost {
  /** What sundries are charged for an hour; null when there are none. */
  readonly sundriesCharge: Trace | null;
  /** Under the book's own labour profit. */
  readonly byBook: Trace;
  /** Under another labour profit: a product's own. */
  readonly under: (profit: NamedProfit) => Trace;
}

const CENTS_AN_HOUR = per("cents", "hour");

export const hourCost = (loaded: Trace, sundries: Trace | null): HourCost => ({
  loaded,
  sundries,
  cost: plusAll("hour-cost", CENTS_AN_HOUR, [loaded, sundries]) ?? loaded,
});

/** What a customer is charged for an hour: loaded rate with profit, and the sundries reckoned by the hour. */
export function hourCharge(book: CompiledBook, hour: HourCost, size: JobSize): HourCharge {
  const onSundries = bookProfit(book, "sundries");
  const sundriesCharge =
    hour.sundries && withProfit(book, onSundries, size, "hour-charge-sundries", hour.sundries);
  const known = new Map<NamedProfit["rule"], Trace>();
  const under = (profit: NamedProfit): Trace => {
    const found = known.get(profit.rule);
    if (found !== undefined) return found;
    const labour = withProfit(book, profit, size, "hour-charge-labour", hour.loaded);
    const charge = plusAll("hour-charge", CENTS_AN_HOUR, [labour, sundriesCharge]) ?? labour;
    known.set(profit.rule, charge);
    return charge;
  };
  return { ...hour, sundriesCharge, byBook: under(bookProfit(book, "labour")), under };
}
