import type { Estimate } from "../../estimate/estimate.ts";
import type { DepositCap, FinancingPlan, TaxRule } from "../book/money.ts";
import type { PriceBook } from "../price-book.ts";
import { decimal, Fraction, ONE, percent, sumOf, whole, ZERO } from "./fraction.ts";
import { isTooLarge, itemPrice } from "./items.ts";
import { type Job, poolCharge } from "./job.ts";
import { centsOf, type Line } from "./lines.ts";
import type { Named, ReferenceMoney } from "./result.ts";
import { stateOf } from "./states.ts";

export interface Money {
  readonly net: bigint;
  readonly list: bigint;
  readonly subtotal: bigint;
  readonly total: bigint;
  readonly shown: ReferenceMoney;
}

/** Page, section 7, from the lines to payments and monthly payments. */
export function moneyOf(job: Job, estimate: Estimate, lines: readonly Line[]): Money {
  const { book } = job;
  const net = centsOf(lines);
  const list =
    book.listDiscount === null || net <= 0n
      ? net
      : whole(net)
          .over(ONE.minus(percent(decimal(book.listDiscount.value))))
          .nearest();
  const discounts = discountsOf(book, estimate, list);
  const subtotal = list - centsOf(discounts);
  const state = stateOf(estimate.estimate.state);
  const tax = taxOf(job, taxRuleOf(book, state), net, subtotal);
  const total = subtotal + (tax ?? 0n);
  const isOffer = total > 0n && !isBeyondAll({ list, total });
  return {
    net,
    list,
    subtotal,
    total,
    shown: {
      net: String(net),
      list: String(list),
      discounts: discounts.map(named),
      subtotal: String(subtotal),
      tax: tax === null || tax === 0n ? null : String(tax),
      payments: isOffer ? paymentsOf(book, state, total) : [],
      financing: book.financing
        .filter(({ minimum }) => isOffer && total >= BigInt(minimum.cents))
        .map((plan) => named({ key: plan.key, cents: monthlyPayment(plan, total) })),
    },
  };
}

/** A list price or a total "above a thousand million dollars". */
export const isBeyondAll = ({ list, total }: Pick<Money, "list" | "total">): boolean =>
  [list, total].some((cents) => cents > 0n && isTooLarge(whole(cents)));

const named = ({ key, cents }: { readonly key: string; readonly cents: bigint }): Named => ({
  key,
  cents: String(cents),
});

/** A percentage of whole cents, in whole cents. */
const part = (cents: bigint, percentage: string): bigint =>
  whole(cents)
    .times(percent(decimal(percentage)))
    .nearest();

/** "Each one given, not past its last day, list above zero." */
function discountsOf(book: PriceBook, { estimate, day }: Estimate, list: bigint) {
  const given = new Set(estimate.discounts.split(" "));
  return book.discounts
    .filter(({ key }) => given.has(key))
    .filter(({ until }) => until === null || day <= until)
    .filter(() => list > 0n)
    .map(({ key, off }) => ({
      key,
      cents: off.kind === "percent" ? part(list, off.percent.value) : BigInt(off.amount.cents),
    }));
}

const taxRuleOf = ({ salesTax }: PriceBook, state: string | null): TaxRule =>
  salesTax.states.find((it) => it.state === state)?.rule ?? salesTax.otherwise;

function taxOf(job: Job, rule: TaxRule, net: bigint, subtotal: bigint): bigint | null {
  if (rule.kind === "none" || net <= 0n || subtotal <= 0n) return null;
  if (rule.kind === "total") return part(subtotal, rule.percent.value);
  return materialsOf(job)
    .times(whole(subtotal))
    .over(whole(net))
    .times(percent(decimal(rule.percent.value)))
    .nearest();
}

/** `materials`, in cents. */
function materialsOf(job: Job): Fraction {
  const { book, profit, hours, sundriesByTheHour } = job;
  const crewsHours = sumOf(
    job.items.map(({ crew, margin }) => (crew !== null && margin === null ? crew.hours : ZERO)),
  );
  return sumOf([
    ...job.pools.map((pool) => poolCharge(job, pool)),
    hours.charged.plus(crewsHours).times(profit.sundries(sundriesByTheHour)),
    ...job.started.map(({ cost }) => profit.sundries(cost)),
    ...job.items.map((read) => itemPrice(book, read, profit, sundriesByTheHour).material),
  ]);
}

function paymentsOf(
  book: PriceBook,
  state: string | null,
  total: bigint,
): ReferenceMoney["payments"] {
  const { deposit, draws, depositCaps } = book.payments;
  const payments: { key: string; cents: bigint; cappedBy: string | null }[] = [];
  let left = total;
  if (deposit !== null) {
    const asked = part(total, deposit.percent.value);
    const cap = capOf(
      depositCaps.find((it) => it.state === state),
      total,
    );
    const capped = cap !== null && cap < asked;
    const cents = capped ? cap : asked;
    payments.push({ key: "deposit", cents, cappedBy: capped ? state : null });
    left -= cents;
  }
  for (const draw of draws) {
    const asked = part(total, draw.percent.value);
    const cents = asked < left ? asked : left;
    payments.push({ key: draw.key, cents, cappedBy: null });
    left -= cents;
  }
  payments.push({ key: "final", cents: left, cappedBy: null });
  return payments.map(({ cappedBy, ...payment }) => ({ ...named(payment), cappedBy }));
}

/** "Its percentage of the total, whole cents down, and its amount": the lesser of those given. */
function capOf(cap: DepositCap | undefined, total: bigint): bigint | null {
  const caps: bigint[] = [];
  if (cap?.percent !== undefined) {
    caps.push(
      whole(total)
        .times(percent(decimal(cap.percent.value)))
        .down(),
    );
  }
  if (cap?.amount !== undefined) caps.push(BigInt(cap.amount.cents));
  return caps.length === 0 ? null : caps.reduce((one, other) => (one < other ? one : other));
}

/**
 * `⌊total × i ÷ (1 − (1 + i)^−months)⌉`. With `1 + i = a ÷ b` that is `total × i × aⁿ ÷ (aⁿ − bⁿ)`, worked out
 * without lowest terms on the way: thirty years have thousands of digits.
 */
export function monthlyPayment(plan: FinancingPlan, total: bigint): bigint {
  const months = BigInt(plan.months);
  const i = decimal(plan.apr.value).over(whole(1200));
  if (i.isZero()) return new Fraction(total, months).nearest();
  const grown = ONE.plus(i);
  const [a, b] = [grown.top ** months, grown.bottom ** months];
  const [top, bottom] = [total * i.top * a, i.bottom * (a - b)];
  const down = top / bottom;
  return (top - down * bottom) * 2n >= bottom ? down + 1n : down;
}
