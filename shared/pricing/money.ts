import { compare, isZero, sign } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import type { Discount, TaxRule } from "./book/money.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import type { PricedDiscount } from "./priced-estimate.ts";
import {
  CENTS,
  less,
  PERCENT,
  percentOf,
  plus,
  shareOf,
  toCents,
  total,
  withMargin,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** The discounts an estimate gives, and the state whose rules hold at its site. */
export interface Terms {
  readonly discounts: readonly Discount[];
  /** Two letters, or null. */
  readonly state: string | null;
}

/** From the lines to what the customer pays; each figure is rounded. */
export interface Totals {
  readonly net: Trace;
  readonly list: Trace;
  readonly discounts: readonly PricedDiscount[];
  readonly subtotal: Trace;
  readonly tax: Trace | null;
  readonly total: Trace;
}

/** The net price raised so that the book's discount leads back to it. */
function listPrice(book: CompiledBook, net: Trace): Trace {
  const { listDiscount } = book.book;
  if (listDiscount === null || sign(net.value) <= 0) return net;
  const name: EntryName = { kind: "list", key: "list", label: settingLabels.list };
  const percent = fromBook(book, "list-discount", PERCENT, listDiscount, name);
  return toCents("list", withMargin("list", CENTS, net, percent));
}

function discountOf(book: CompiledBook, discount: Discount, list: Trace): PricedDiscount {
  const { key, label, off, until } = discount;
  const name: EntryName = { kind: "discount", key, label };
  const trace =
    off.kind === "amount"
      ? fromBook(book, "discount-amount", CENTS, off.amount, name)
      : toCents(
          "discount",
          percentOf(
            "discount",
            CENTS,
            fromBook(book, "discount-percent", PERCENT, off.percent, name),
            list,
          ),
        );
  return { key, label, until, cents: centsOf(trace.value), trace };
}

const ruleFor = ({ book }: CompiledBook, state: string | null): TaxRule =>
  book.salesTax.states.find((it) => it.state === state)?.rule ?? book.salesTax.otherwise;

/** @param materials what the customer is charged for material; asked for only where it is taxed. */
function taxOf(
  book: CompiledBook,
  state: string | null,
  net: Trace,
  subtotal: Trace,
  materials: () => Trace | null,
): Trace | null {
  const rule = ruleFor(book, state);
  if (rule.kind === "none" || sign(net.value) <= 0 || sign(subtotal.value) <= 0) return null;
  const name: EntryName = {
    kind: "tax",
    key: state?.toLowerCase() ?? "tax",
    label: settingLabels.tax,
  };
  const percent = fromBook(book, "tax-percent", PERCENT, rule.percent, name);
  if (rule.kind === "total") return toCents("tax", percentOf("tax", CENTS, percent, subtotal));
  const found = materials();
  if (found === null) return null;
  const taxed =
    compare(net.value, subtotal.value) === 0
      ? found
      : shareOf("materials-taxed", CENTS, subtotal, net, found);
  return toCents("tax", percentOf("tax", CENTS, percent, taxed));
}

/** List price, discounts, sales tax and total of an option. */
export function totalsOf(
  book: CompiledBook,
  { discounts, state }: Terms,
  net: Trace,
  materials: () => Trace | null,
): Totals {
  const list = listPrice(book, net);
  const given = sign(list.value) > 0 ? discounts.map((it) => discountOf(book, it, list)) : [];
  const off = given.map((discount) => discount.trace).filter((trace) => !isZero(trace.value));
  const subtotal =
    off.length === 0 ? list : less("subtotal", CENTS, list, total("discount", CENTS, off));
  const tax = taxOf(book, state, net, subtotal, materials);
  return {
    net,
    list,
    discounts: given,
    subtotal,
    tax,
    total: tax === null ? subtotal : plus("total", CENTS, subtotal, tax),
  };
}

export const isBelowNet = ({ net, subtotal, discounts }: Totals): boolean =>
  discounts.length > 0 && compare(subtotal.value, net.value) < 0;
