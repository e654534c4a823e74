import type { Discount } from "../../../shared/pricing/book/money.ts";
import { formatCents } from "../../ui/format-cents.ts";
import { terms } from "../../words/terms.ts";
import type { WordsApi } from "../../words/words-provider.tsx";

/** A discount of the price book, or one that is given and not in it any more. */
export interface DiscountRow {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly given: boolean;
  /** Past its last day: it takes nothing off, and cannot be given any more. */
  readonly ended: boolean;
}

const keysOf = (given: string): readonly string[] => given.split(" ").filter((key) => key !== "");

/** The estimate's text for its discounts with one given or taken back: in alphabetical order, on every tablet the same. */
export const withDiscount = (given: string, key: string, isGiven: boolean): string =>
  [...new Set([...keysOf(given).filter((other) => other !== key), ...(isGiven ? [key] : [])])]
    .toSorted()
    .join(" ");

/**
 * The discounts in the price book's order, then the ones it does not know.
 *
 * @param day the day that the estimate is priced for, `2026-11-26`.
 */
export function discountRows(
  discounts: readonly Discount[],
  given: string,
  day: string,
  words: Pick<WordsApi, "language" | "number" | "date">,
): readonly DiscountRow[] {
  const { language, number, date } = words;
  const w = terms[language];
  const keys = new Set(keysOf(given));
  const said = (until: string) => date(Date.parse(`${until}T12:00:00`));
  const rows = discounts.map(({ key, label, off, until }): DiscountRow => {
    const amount =
      off.kind === "percent"
        ? `${number(Number(off.percent.value), 2)} %`
        : formatCents(off.amount.cents);
    const ended = until !== null && until < day;
    const end =
      until === null ? [] : [ended ? w.termsEnded(said(until)) : w.termsUntil(said(until))];
    return {
      key,
      label: label[language],
      detail: [w.termsOff(amount), ...end].join(", "),
      given: keys.has(key),
      ended,
    };
  });
  const unknown = [...keys].filter((key) => discounts.every((discount) => discount.key !== key));
  return [
    ...rows,
    ...unknown.map((key) => ({
      key,
      label: key,
      detail: w.termsUnknown,
      given: true,
      ended: true,
    })),
  ];
}
