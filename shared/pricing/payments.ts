import { compare, type Exact, sign } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import { decimalToExact } from "../units/decimal.ts";
import { annuityFactor } from "./annuity.ts";
import type { DepositCap, FinancingPlan } from "./book/money.ts";
import type { Sourced } from "./book/numbers.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import type { MonthlyPayment, PricedPayment } from "./priced-estimate.ts";
import {
  annuityOf,
  atMost,
  CENTS,
  constant,
  downToCents,
  less,
  PERCENT,
  percentOf,
  toCents,
  counted,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** The most that a state lets be asked before work begins. */
function capsOf(book: CompiledBook, cap: DepositCap, whole: Trace): readonly Trace[] {
  const key = cap.state.toLowerCase();
  const name: EntryName = { kind: "deposit-cap", key, label: { en: cap.state, es: cap.state } };
  const caps: Trace[] = [];
  if (cap.percent !== undefined) {
    const percent = fromBook(book, "deposit-cap-percent", PERCENT, cap.percent, name);
    // The law caps it: a fraction of a cent is not rounded up.
    caps.push(downToCents("deposit-cap", percentOf("deposit-cap", CENTS, percent, whole)));
  }
  if (cap.amount !== undefined) {
    caps.push(fromBook(book, "deposit-cap-amount", CENTS, cap.amount, name));
  }
  return caps;
}

function part(book: CompiledBook, number: Sourced, name: EntryName, whole: Trace): Trace {
  const percent = fromBook(book, "payment-percent", PERCENT, number, name);
  return toCents("payment", percentOf("payment", CENTS, percent, whole));
}

function depositOf(book: CompiledBook, state: string | null, whole: Trace): PricedPayment | null {
  const { deposit, depositCaps } = book.book.payments;
  if (deposit === null) return null;
  const { label, percent } = deposit;
  const wanted = part(book, percent, { kind: "payment", key: "deposit", label }, whole);
  const cap = depositCaps.find((it) => it.state === state);
  const caps = cap === undefined ? [] : capsOf(book, cap, whole);
  const trace = caps.length === 0 ? wanted : atMost("payment", CENTS, [wanted, ...caps]);
  const isCapped = compare(trace.value, wanted.value) < 0;
  const cappedBy = isCapped ? state : null;
  return { key: "deposit", label, cents: centsOf(trace.value), cappedBy, trace };
}

/** Deposit, draws and the rest: they add up to the total. Empty for a total that is not above zero. */
export function paymentsOf(
  book: CompiledBook,
  state: string | null,
  whole: Trace,
): readonly PricedPayment[] {
  if (sign(whole.value) <= 0) return [];
  const deposit = depositOf(book, state, whole);
  const payments: PricedPayment[] = deposit === null ? [] : [deposit];
  let left = deposit === null ? whole : less("payment-left", CENTS, whole, deposit.trace);
  for (const { key, label, percent } of book.book.payments.draws) {
    const wanted = part(book, percent, { kind: "payment", key, label }, whole);
    // Parts that are each rounded up can come to a cent more than the whole.
    const trace =
      compare(wanted.value, left.value) > 0 ? atMost("payment", CENTS, [wanted, left]) : wanted;
    payments.push({ key, label, cents: centsOf(trace.value), cappedBy: null, trace });
    left = less("payment-left", CENTS, left, trace);
  }
  const { label } = book.book.payments.final;
  const cents = centsOf(left.value);
  return [...payments, { key: "final", label, cents, cappedBy: null, trace: left }];
}

const factors = new WeakMap<FinancingPlan, Exact>();

/** A plan's monthly payment on one cent; hundreds of digits long, and the same for every total. */
function factorOf(plan: FinancingPlan): Exact {
  const known = factors.get(plan);
  if (known !== undefined) return known;
  const factor = annuityFactor(decimalToExact(plan.apr.value), plan.months);
  factors.set(plan, factor);
  return factor;
}

/** What the total costs a month on each plan it is large enough for. */
export function monthlyPayments(book: CompiledBook, whole: Trace): readonly MonthlyPayment[] {
  if (sign(whole.value) <= 0) return [];
  const cents = centsOf(whole.value);
  return book.book.financing
    .filter(({ minimum }) => cents >= minimum.cents)
    .map((plan) => {
      const { key, label, months } = plan;
      const name: EntryName = { kind: "financing", key, label };
      const apr = fromBook(book, "apr", PERCENT, plan.apr, name);
      const term = constant("months", counted("month"), months);
      const trace = toCents("monthly-payment", annuityOf(whole, apr, term, factorOf(plan)));
      return { key, label, months, cents: centsOf(trace.value), trace };
    });
}
