import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Trace } from "../../../shared/pricing/trace.ts";
import { offer } from "../../words/offer.ts";
import type { WordsApi } from "../../words/words-provider.tsx";

/** One row between the lines and the total. */
export interface SumRow {
  readonly key: string;
  readonly label: string;
  /** Below zero for what is taken off. */
  readonly cents: number;
  readonly trace: Trace;
}

type Speaking = Pick<WordsApi, "t" | "language" | "date">;

/** A calendar day, `2026-11-30`, as people read it. */
export const dayWords = (day: string, { date }: Pick<Speaking, "date">): string =>
  date(Date.parse(`${day}T12:00:00`));

/** From the list price down to the total; a row that would only repeat another one is left out. */
export function sumRows(option: PricedOption, words: Speaking): readonly SumRow[] {
  const { t, language } = words;
  const w = offer[language];
  const { money, totalCents, trace } = option;
  const { netCents, listCents, discounts, subtotalCents, tax } = money;
  const isListed = listCents !== netCents || discounts.length > 0;
  const list: SumRow = {
    key: "list",
    label: listCents === netCents ? w.offerNet : w.offerList,
    cents: listCents,
    trace: money.listTrace,
  };
  const given = discounts.map((discount): SumRow => ({
    key: `discount-${discount.key}`,
    label: [
      discount.label[language],
      discount.until === null ? "" : w.offerUntil(dayWords(discount.until, words)),
    ]
      .filter((part) => part !== "")
      .join(", "),
    cents: -discount.cents,
    trace: discount.trace,
  }));
  const subtotal: SumRow = {
    key: "subtotal",
    label: w.offerSubtotal,
    cents: subtotalCents,
    trace: money.subtotalTrace,
  };
  return [
    ...(isListed ? [list, ...given] : []),
    ...(tax === null ? [] : [subtotal]),
    ...(tax === null
      ? []
      : [{ key: "tax", label: w.offerTax, cents: tax.cents, trace: tax.trace }]),
    { key: "total", label: t.priceTotal, cents: totalCents, trace },
  ];
}
