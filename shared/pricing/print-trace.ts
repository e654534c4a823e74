import { denominator, divide, type Exact, exact, isWhole, numerator } from "../exact/exact.ts";
import { type PrintedExact, printExact } from "../exact/print-exact.ts";
import type { Trace } from "./trace.ts";

const CENTS_PER_DOLLAR = exact(100);

/** A trace without bigints: `value` is a fraction in lowest terms, `12.7` is `"127/10"`. */
export interface TraceJson extends Omit<Trace, "value" | "inputs"> {
  readonly value: string;
  readonly inputs: readonly TraceJson[];
}

const fraction = (value: Exact): string => {
  const top = String(numerator(value));
  return isWhole(value) ? top : `${top}/${denominator(value)}`;
};

/** The whole tree as JSON data; branches that the trace shares are written out each time. */
export const traceToJson = ({ value, inputs, ...rest }: Trace): TraceJson => ({
  ...rest,
  value: fraction(value),
  inputs: inputs.map(traceToJson),
});

/**
 * A figure's value as digits, as a screen or a document shows it: money in whole dollars and cents, all
 * else with as many decimals as its unit bears. `complete` is false when digits were cut ("about").
 */
export function printFigure({ value, unit }: Pick<Trace, "value" | "unit">): PrintedExact {
  if (unit.of === "cents") {
    const { text, complete } = printExact(divide(value, CENTS_PER_DOLLAR), 4);
    const [whole = "0", cents = ""] = text.split(".");
    return { text: `${whole}.${cents.padEnd(2, "0")}`, complete };
  }
  // Gallons and hours for one piece are small numbers: 0.0556 gallons a door.
  return printExact(value, unit.per === undefined ? 2 : 4);
}

const SIGNS = { add: " + ", subtract: " − ", multiply: " × ", divide: " ÷ " } as const;

/**
 * A figure's formula in numbers alone, without units: `324 ÷ 110 = 2.95`. Empty for leaves. Sums of more
 * than four figures are cut short: the screen lists them below.
 */
export function printFormula(trace: Trace): string {
  const inputs = trace.inputs.map((input) => printFigure(input).text);
  const result = printFigure(trace).text;
  const [first = "", second = "", third = ""] = inputs;
  switch (trace.op) {
    case "given":
    case "entry":
    case "constant":
      return "";
    case "mark-up":
      return `${first} + ${second} % = ${result}`;
    case "margin":
      return `${first} ÷ (100 % − ${second} %) = ${result}`;
    case "percent-of":
      return `${first} % × ${second} = ${result}`;
    case "share":
      return `${third} × ${first} ÷ ${second} = ${result}`;
    case "round-up":
    case "round-cents":
    case "round-down":
    case "apportion":
    case "cheapest-cans":
      return `${first} → ${result}`;
    case "at-least":
      return `max(${inputs.join(", ")}) = ${result}`;
    case "at-most":
      return `min(${inputs.join(", ")}) = ${result}`;
    case "step":
      return `${first} ≥ ${second} → ${result}`;
    case "line":
      return `${first}: (${second}; ${third}) – (${inputs[3] ?? ""}; ${inputs[4] ?? ""}) → ${result}`;
    case "annuity":
      return `PMT(${second} % ÷ 12, ${third}, ${first}) = ${result}`;
    case "add":
    case "subtract":
    case "multiply":
    case "divide": {
      const shown = inputs.length > 4 ? [...inputs.slice(0, 3), "…"] : inputs;
      return `${shown.join(SIGNS[trace.op])} = ${result}`;
    }
  }
}
