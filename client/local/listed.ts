import type { Fields } from "../../shared/estimate/entities.ts";
import { wordsOf } from "../../shared/text/folded-words.ts";
import type { ListedFields, ListedRow, Row } from "./rows.ts";
import { phoneWords } from "./search-columns.ts";

/** Base 36 digits of the milliseconds that count down; nine reach the year 5188. */
const STAMP_DIGITS = 9;
const LAST_MOMENT = 36 ** STAMP_DIGITS - 1;

/** Where a moment stands in the list: what comes later sorts first. @param at Unix milliseconds. */
export const listStamp = (at: number): string =>
  (LAST_MOMENT - Math.min(Math.max(Math.trunc(at), 0), LAST_MOMENT))
    .toString(36)
    .padStart(STAMP_DIGITS, "0");

/** The place of an estimate in the list, newest first; no two have the same. */
export const listKey = ({ id, createdAt }: { readonly id: string; readonly createdAt: string }) =>
  `${listStamp(Date.parse(createdAt))}${id}`;

/** The estimate that stands there. */
export const estimateIdOf = (key: string): string => key.slice(STAMP_DIGITS);

const shownOf = (estimate: ListedFields): ListedFields => ({
  title: estimate.title,
  street: estimate.street,
  city: estimate.city,
  createdAt: estimate.createdAt,
  status: estimate.status,
  acceptedTotal: estimate.acceptedTotal,
  crmState: estimate.crmState,
});

/** What the list knows of an estimate: everything it shows, and is ordered, filtered and searched by. */
export function listedRow(
  estimate: Row<"estimate">,
  customer: Pick<Fields<"customer">, "name" | "phone"> | undefined,
): ListedRow {
  const customerName = customer?.name ?? "";
  const spoken = [customerName, estimate.title, estimate.street, estimate.city];
  const words = new Set([...spoken.flatMap(wordsOf), ...phoneWords(customer?.phone ?? "")]);
  return { key: listKey(estimate), ...shownOf(estimate), customerName, words: [...words] };
}

/** Whether the list would say the same of both. */
export const isListedAlike = (one: Row<"estimate">, other: Row<"estimate">): boolean =>
  one.customerId === other.customerId &&
  JSON.stringify(shownOf(one)) === JSON.stringify(shownOf(other));
