import {
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  multiply,
  ONE,
  rounded,
  subtract,
  sum,
  type Whole,
} from "../exact/exact.ts";
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
export const PERCENT: Unit = { of: "percent" };
export const DAYS: Unit = { of: "day" };

/** One object for each unit: every figure has one. */
const units = new Map<BaseUnit, Unit>();
const rates = new Map<BaseUnit, Map<BaseUnit, Unit>>();

export function counted(of: BaseUnit): Unit {
  const known = units.get(of);
  if (known !== undefined) return known;
  const unit: Unit = { of };
  units.set(of, unit);
  return unit;
}

export function per(of: BaseUnit, each: BaseUnit): Unit {
  const known = rates.get(of)?.get(each);
  if (known !== undefined) return known;
  const unit: Unit = { of, per: each };
  const perEach = rates.get(of) ?? new Map<BaseUnit, Unit>();
  rates.set(of, perEach.set(each, unit));
  return unit;
}

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

/** A leaf that stands in the price book. */
export const entered = (key: TraceKey, unit: Unit, value: Exact, entry: EntryReference): Trace => ({
  key,
  value,
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

/** The sum of those that are there; the only one as it is. Null when there is none. */
export function plusAll(key: TraceKey, unit: Unit, parts: readonly (Trace | null)[]): Trace | null {
  let sumSoFar: Exact | undefined;
  const found: Trace[] = [];
  for (const part of parts) {
    if (part === null) continue;
    sumSoFar = sumSoFar === undefined ? part.value : add(sumSoFar, part.value);
    found.push(part);
  }
  if (sumSoFar === undefined || found.length < 2) return found[0] ?? null;
  return computed(key, unit, "add", sumSoFar, found);
}

export const less = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "subtract", subtract(one.value, other.value), [one, other]);

export const times = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "multiply", multiply(one.value, other.value), [one, other]);

/** An amount times all that multiplies it; the amount itself where nothing does. */
export function timesAll(
  key: TraceKey,
  unit: Unit,
  amount: Trace,
  factors: readonly Trace[],
): Trace {
  if (factors.length === 0) return amount;
  let { value } = amount;
  for (const factor of factors) value = multiply(value, factor.value);
  return computed(key, unit, "multiply", value, [amount, ...factors]);
}

/** Whether a figure is the bare factor one: a multiplication by it is left out. */
export const isOnce = ({ value }: Trace): boolean => compare(value, ONE) === 0;

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
  computed(key, unit, "share", multiply(divide(part.value, whole.value), amount.value), [
    part,
    whole,
    amount,
  ]);

export const markedUp = (key: TraceKey, unit: Unit, cost: Trace, percent: Trace): Trace =>
  computed(
    key,
    unit,
    "mark-up",
    multiply(cost.value, divide(add(HUNDRED, percent.value), HUNDRED)),
    [cost, percent],
  );

/** price = cost / (100 % - margin); the margin is below 100 %. */
export const withMargin = (key: TraceKey, unit: Unit, cost: Trace, percent: Trace): Trace =>
  computed(
    key,
    unit,
    "margin",
    multiply(cost.value, divide(HUNDRED, subtract(HUNDRED, percent.value))),
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

export const downToCents = (key: TraceKey, input: Trace): Trace =>
  computed(key, CENTS, "round-down", exact(floor(input.value)), [input]);

/** @param cents what `apportion` gave this line. */
export const apportioned = (key: TraceKey, cents: Whole, input: Trace): Trace =>
  computed(key, CENTS, "apportion", exact(cents), [input]);

export const atLeast = (key: TraceKey, unit: Unit, one: Trace, other: Trace): Trace =>
  computed(key, unit, "at-least", compare(one.value, other.value) >= 0 ? one.value : other.value, [
    one,
    other,
  ]);

export function atMost(key: TraceKey, unit: Unit, inputs: readonly [Trace, ...Trace[]]): Trace {
  const value = inputs
    .map((input) => input.value)
    .reduce((one, other) => (compare(one, other) <= 0 ? one : other));
  return computed(key, unit, "at-most", value, inputs);
}

/** What a table says for `x`: the value that holds from `from` on. */
export const stepOf = (key: TraceKey, unit: Unit, x: Trace, from: Trace, value: Trace): Trace =>
  computed(key, unit, "step", value.value, [x, from, value]);

/** A point of a line: where, and what holds there. */
export interface LinePoint {
  readonly at: Trace;
  readonly value: Trace;
}

/** Where `x` meets the straight line through two points; at and below the first point its value. */
export function lineThrough(x: Exact, at1: Exact, value1: Exact, at2: Exact, value2: Exact): Exact {
  if (compare(x, at1) <= 0) return value1;
  const slope = divide(subtract(value2, value1), subtract(at2, at1));
  return add(value1, multiply(slope, subtract(x, at1)));
}

export const onLine = (
  key: TraceKey,
  unit: Unit,
  x: Trace,
  first: LinePoint,
  second: LinePoint,
): Trace =>
  computed(
    key,
    unit,
    "line",
    lineThrough(x.value, first.at.value, first.value.value, second.at.value, second.value.value),
    [x, first.at, first.value, second.at, second.value],
  );

/** How many cans of one size the optimiser chose for `need`. */
export const canCount = (count: number, need: Trace, entry: EntryReference): Trace => ({
  key: "can-count",
  value: exact(count),
  unit: { of: "can" },
  op: "cheapest-cans",
  inputs: [need],
  entry,
});

/** @param factor what one cent borrowed costs a month (annuity.ts). */
export const annuityOf = (amount: Trace, apr: Trace, months: Trace, factor: Exact): Trace =>
  computed("monthly-payment", CENTS, "annuity", multiply(amount.value, factor), [
    amount,
    apr,
    months,
  ]);
