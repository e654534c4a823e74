import {
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  isZero,
  multiply,
  ONE,
  rounded,
  subtract,
  sum,
  wholeNumber,
} from "../exact/exact.ts";
import { annuityFactor } from "./annuity.ts";
import { lineThrough } from "./traced.ts";
import type { Trace } from "./trace.ts";

const HUNDRED = exact(100);

const product = (values: readonly Exact[]): Exact => values.reduce(multiply, ONE);

/**
 * What a figure comes to when its formula is worked out again from its inputs; null for leaves and for
 * what is decided over more than its own inputs (cans, apportioned cents).
 */
function workedOut({ op, inputs }: Trace): Exact | null {
  const values = inputs.map((input) => input.value);
  const [first = ONE, second = ONE, third = ONE] = values;
  switch (op) {
    case "add":
      return sum(values);
    case "subtract":
      return subtract(first, second);
    case "multiply":
      return product(values);
    case "divide":
      return divide(first, second);
    case "round-up":
      return exact(ceiling(first));
    case "round-cents":
      return exact(rounded(first));
    case "mark-up":
      return add(first, divide(multiply(first, second), HUNDRED));
    case "margin":
      return divide(first, subtract(ONE, divide(second, HUNDRED)));
    case "percent-of":
      return divide(multiply(first, second), HUNDRED);
    case "share":
      return divide(multiply(third, first), second);
    case "round-down":
      return exact(floor(first));
    case "at-least":
      return values.reduce((one, other) => (compare(one, other) >= 0 ? one : other));
    case "at-most":
      return values.reduce((one, other) => (compare(one, other) <= 0 ? one : other));
    case "step":
      return third;
    case "line": {
      const [, , , at2 = ONE, value2 = ONE] = values;
      return lineThrough(first, second, third, at2, value2);
    }
    case "annuity":
      return multiply(first, annuityFactor(second, wholeNumber(third)));
    case "given":
    case "entry":
    case "constant":
    case "cheapest-cans":
    case "apportion":
      return null;
  }
}

function isSound(trace: Trace): boolean {
  const value = workedOut(trace);
  if (value !== null) return compare(value, trace.value) === 0;
  const input = trace.inputs[0];
  if (trace.op === "apportion" && input !== undefined) {
    const up = subtract(trace.value, exact(floor(input.value)));
    return isZero(up) || compare(up, ONE) === 0;
  }
  return trace.op === "given" ? trace.from !== undefined : true;
}

/**
 * Works every figure of a trace out again from its inputs.
 *
 * @returns the first figure that does not follow from its inputs, or null: the explanation is the price.
 */
export function traceFault(trace: Trace, seen: Set<Trace> = new Set()): Trace | null {
  if (seen.has(trace)) return null;
  seen.add(trace);
  if (!isSound(trace)) return trace;
  for (const input of trace.inputs) {
    const fault = traceFault(input, seen);
    if (fault !== null) return fault;
  }
  return null;
}
