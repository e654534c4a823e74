import { assembleEstimate } from "../../../shared/estimate/estimate.ts";
import type { EntityName } from "../../../shared/estimate/entities.ts";
import { type AnyRecord, asRecordOf, type RecordOf } from "../../../shared/estimate/record.ts";
import { price } from "../../../shared/pricing/price.ts";
import { parsePriceBook } from "../../../shared/pricing/parse-price-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { PricedMoney, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { readRecord, recordsOfEstimate } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { fitting, lineDescription } from "./line-description.ts";

/** One line of what the customer agreed to. */
export interface AcceptedLine {
  /** Unique in the estimate and the same every time: a surface's or item's id, `set-up`, `discount:spring`. */
  readonly key: string;
  /** Negative for a credit or a discount. */
  readonly cents: number;
  readonly description: string;
}

/** What a customer agreed to, as it stands in our store. */
export interface AcceptedEstimate {
  readonly estimate: RecordOf<"estimate">;
  readonly customer: RecordOf<"customer">;
  readonly totalCents: number;
  /** Sales tax in the total; zero where there is none. The lines add up to the rest. */
  readonly taxCents: number;
  /** The day it was accepted where that happened, YYYY-MM-DD. */
  readonly acceptedOn: string;
  readonly lines: readonly AcceptedLine[];
}

export type Loaded =
  | { readonly kind: "accepted"; readonly accepted: AcceptedEstimate }
  /** Reopened or removed since: there is nothing to tell. */
  | { readonly kind: "nothing" }
  /** It cannot be told, and trying again would not help. */
  | {
      readonly kind: "unusable";
      readonly message: string;
      /** Whether what it hangs on is gone, rather than wrong. */
      readonly isGone: boolean;
    };

const unusable = (message: string, isGone = false): Loaded => ({
  kind: "unusable",
  message,
  isGone,
});

/** Reads an estimate with its customer and price book, and prices it again with the very same function. */
export async function loadAccepted(
  store: Store,
  companyId: string,
  estimateId: string,
): Promise<Loaded> {
  const found = await store.read(async (tx) => {
    const records = await recordsOfEstimate(tx, companyId, estimateId);
    const estimate = living("estimate", records)[0];
    if (!estimate) return null;
    return {
      records,
      estimate,
      customer: await readRecord(tx, companyId, "customer", estimate.customerId),
      priceBook: await readRecord(tx, companyId, "priceBook", estimate.priceBookId),
    };
  });
  if (!found || found.estimate.status !== "accepted") return { kind: "nothing" };
  const customer = found.customer && living("customer", [found.customer])[0];
  if (!customer)
    return unusable(
      "The customer of this estimate is gone. Choose a customer and accept it again.",
      true,
    );
  const book = found.priceBook && priceBookOf(found.priceBook);
  if (!book) return unusable("The price book of this estimate cannot be read by this server.");
  return accepted(found.estimate, found.records, customer, book);
}

function accepted(
  estimate: RecordOf<"estimate">,
  records: readonly AnyRecord[],
  customer: RecordOf<"customer">,
  book: PriceBook,
): Loaded {
  const { acceptedOption, acceptedTotal, acceptedAt } = estimate;
  if (acceptedOption === null || acceptedTotal === null || acceptedAt === null)
    return unusable("The acceptance is incomplete. Reopen the estimate and accept it again.");
  const whole = assembleEstimate(
    estimate,
    living("area", records),
    living("surface", records),
    living("item", records),
    // Acceptances of schema 1 have no day of their own; they are priced for that of their moment in UTC.
    acceptedAt.slice(0, 10),
  );
  const option = price(whole, book).options.find(({ key }) => key === acceptedOption);
  if (option?.totalCents !== acceptedTotal)
    return unusable(
      "The lines of this estimate no longer add up to the accepted total. Reopen it and accept it again.",
    );
  return {
    kind: "accepted",
    accepted: {
      estimate,
      customer,
      totalCents: acceptedTotal,
      taxCents: option.money.tax?.cents ?? 0,
      acceptedOn: whole.day,
      lines: linesOf(option),
    },
  };
}

/** What the customer pays but for the tax: what is done, what lifts it to the list price, the discounts. */
const linesOf = ({ lines, money }: PricedOption): readonly AcceptedLine[] => [
  ...lines.map((line) => ({
    key: line.id,
    cents: line.cents,
    description: lineDescription(line),
  })),
  ...listAndDiscounts(money).filter(({ cents }) => cents !== 0),
];

const listAndDiscounts = ({
  netCents,
  listCents,
  discounts,
}: PricedMoney): readonly AcceptedLine[] => [
  { key: "list", cents: listCents - netCents, description: "List price" },
  ...discounts.map(({ key, label, cents }) => ({
    key: `discount:${key}`,
    cents: -cents,
    description: fitting(label.en),
  })),
];

function living<E extends EntityName>(
  entity: E,
  records: readonly AnyRecord[],
): readonly RecordOf<E>[] {
  return records.flatMap((record) =>
    record.entity === entity && !record.deleted
      ? (asRecordOf(entity, record.id, record.fields) ?? [])
      : [],
  );
}

function priceBookOf(record: AnyRecord): PriceBook | null {
  const book = asRecordOf("priceBook", record.id, record.fields);
  const parsed = book && parsePriceBook(book.document);
  return parsed?.ok ? parsed.value : null;
}
