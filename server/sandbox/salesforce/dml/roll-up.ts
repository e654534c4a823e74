/** Totals that a parent takes from its lines: Quote and Opportunity. */
import { quote, quoteLineItem } from "../objects/quotes.ts";
import { opportunity, opportunityLineItem } from "../objects/sales.ts";
import type { SObject } from "../objects/sobject.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { addMoney, discountPercent } from "./decimal.ts";

/**
 * Brings the totals up to date that depend on this record, after it was saved or deleted.
 * @param stamp the time the parent is marked as changed, in wire form
 */
export function rollUp(
  store: RecordStore,
  object: SObject,
  record: StoredRecord,
  stamp: string,
): void {
  switch (object.name) {
    case "QuoteLineItem":
      rollUpQuote(store, String(record["QuoteId"]), stamp);
      break;
    case "Quote":
      rollUpQuote(store, record.Id, stamp);
      break;
    case "OpportunityLineItem":
      rollUpOpportunity(store, String(record["OpportunityId"]), stamp);
      break;
    default:
      break;
  }
}

const column = (records: readonly StoredRecord[], name: string): readonly number[] =>
  records.map((record) => Number(record[name] ?? 0));

function rollUpQuote(store: RecordStore, id: string, stamp: string): void {
  const parent = store.get(quote, id);
  if (!parent || parent["IsDeleted"] === true) return;
  const lines = store.children(quoteLineItem, "QuoteId", id);
  const subtotal = addMoney(column(lines, "Subtotal"));
  const total = addMoney(column(lines, "TotalPrice"));
  store.put(quote, {
    ...parent,
    LineItemCount: lines.length,
    Subtotal: subtotal,
    Discount: discountPercent(subtotal, total),
    TotalPrice: total,
    GrandTotal: addMoney([
      total,
      Number(parent["Tax"] ?? 0),
      Number(parent["ShippingHandling"] ?? 0),
    ]),
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
}

function rollUpOpportunity(store: RecordStore, id: string, stamp: string): void {
  const parent = store.get(opportunity, id);
  if (!parent || parent["IsDeleted"] === true) return;
  const lines = store.children(opportunityLineItem, "OpportunityId", id);
  store.put(opportunity, {
    ...parent,
    HasOpportunityLineItem: lines.length > 0,
    Amount: addMoney(column(lines, "TotalPrice")),
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
}
