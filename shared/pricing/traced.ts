import {
  add,
  ceiling,
  divide,
  type Exact,
  exact,
  multiply,
  ONE,
  rounded,
  subtract,
  sum,
} from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import type { Sourced, SourcedCents } from "./price-book.ts";
import type {
  BaseUnit,
  EntryReference,
  EstimateReference,
  Trace,
  TraceKey,
  TraceOp,
  Unit,
} from "./trace.ts";

/**
 * Arithmetic that remembers: each function computes a value and, in the same breath, the trace of it, so that
 * an explanation cannot drift from the price. `price()` computes with nothing else.
 */

export const CENTS: Unit = { of: "cents" };
export const HOURS: Unit = { of: "hour" };
export const GALLONS: Unit = { of: "gallon" };
export const SQFT: Unit = { of: "sqft" };
export const FACTOR: Unit = { of: "factor" };
export const per = (of: BaseUnit, each: BaseUnit): Unit => ({ of, per: each });

const HUNDRED = exact(100);
const NOTHING: readonly Trace[] = [];

/** A leaf that the estimator keyed in. */
export const given = (key: TraceKey, unit: Unit, value: Exact, from: EstimateReference): Trace => ({
  key,
  value,
  unit,
  op: "given",
  inputs: NOTHING,
  from,
});

/** A leaf that stands in the price book: a decimal text or an amount in cents. */
export const entered = (
  key: TraceKey,
  unit: Unit,
  number: Sourced | SourcedCents,
  entry: EntryReference,
): Trace => ({
  key,
  value: "cents" in number ? exact(number.cents) : decimalToExact(number.value),
  unit,
  op: "entry",
  inputs: NOTHING,
  entry,
});

/** A leaf that nobody decides: 128 ounces to the gallon. */
export const constant = (key: TraceKey, unit: Unit, value: number): Trace => ({
  key,
  value: exact(value),
  unit,
  op: "constant",
  inputs: NOTHING,
});

const computed = (
  key: TraceKey,
  unit: Unit,
  op: TraceOp,
  value: Exact,
  inputs: readonly Trace[],
): Trace => ({ key, value, unit, op, inputs });

export const total = (key: TraceKey, unit: Unit, inputs: readonly Trace[]): Trace =>
  computed(key, unit, "add", sum(inputs.map((input) => input.value)), inputs);

/** The sum of two: quicker than `total`, and not reduced. */
export const plus = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "add", add(one.value, other.value), [one, other]);

export const less = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "subtract", subtract(one.value, other.value), [one, other]);

/** The product of two, or of an amount and all that multiplies it. */
export function times(key: TraceKey, unit: Unit, ...inputs: readonly Trace[]): Trace {
  let value: Exact | undefined;
  for (const input of inputs) value = value ? multiply(value, input.value) : input.value;
  return computed(key, unit, "multiply", value ?? ONE, inputs);
}

/** The divisor must not be zero: rates are checked to be positive when a price book is read. */
export const over = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "divide", divide(one.value, other.value), [one, other]);

/** As large a part of `amount` as `part` is of `whole`. */
export const shareOf = (
  key: TraceKey,
  unit: Unit,
  part: Trace,
  whole: Trace,
  amount: Trace,
): Trace =>
  computed(key, unit, "share", divide(multiply(amount.value, part.value), whole.value), [
    part,
    whole,
    amount,
  ]);

const withPercent = (value: Exact, percent: Exact): Exact =>
  multiply(value, { n: 100n * percent.d + percent.n, d: 100n * percent.d });

export const markedUp = (key: TraceKey, unit: Unit, cost: Trace, percent: Trace): Trace =>
  computed(key, unit, "mark-up", withPercent(cost.value, percent.value), [cost, percent]);

/** price = cost / (100 % - margin); the margin is below 100 %. */
export const withMargin = (key: TraceKey, unit: Unit, cost: Trace, percent: Trace): Trace =>
  computed(
    key,
    unit,
    "margin",
    divide(multiply(cost.value, HUNDRED), subtract(HUNDRED, percent.value)),
    [cost, percent],
  );

export const percentOf = (key: TraceKey, unit: Unit, percent: Trace, whole: Trace): Trace =>
  computed(key, unit, "percent-of", divide(multiply(whole.value, percent.value), HUNDRED), [
    percent,
    whole,
  ]);

export const roundedUp = (key: TraceKey, unit: Unit, input: Trace): Trace =>
  computed(key, unit, "round-up", exact(ceiling(input.value)), [input]);

export const toCents = (key: TraceKey, input: Trace): Trace =>
  computed(key, CENTS, "round-cents", exact(rounded(input.value)), [input]);

/** @param cents what `apportion` gave this line. */
export const apportioned = (key: TraceKey, cents: bigint, input: Trace): Trace =>
  computed(key, CENTS, "apportion", exact(cents), [input]);

/** How many cans of one size the optimiser chose for `need`. */
export const canCount = (count: number, need: Trace, entry: EntryReference): Trace => ({
  key: "can-count",
  value: exact(count),
  unit: { of: "can" },
  op: "cheapest-cans",
  inputs: [need],
  entry,
});
