import { expect, test } from "vitest";
import { examplePriceBook } from "./example-price-book.ts";
import { price } from "./price.ts";
import { printFormula, traceToJson } from "./print-trace.ts";
import type { Trace, TraceKey } from "./trace.ts";
import { buildArea, buildEstimate } from "./testing/build-estimate.ts";

const room = buildArea("den", [{ substrate: "walls" }], { name: "Den" });
const [, better] = price(buildEstimate([room]), examplePriceBook).options;
if (better === undefined) throw new Error("no better option");
const totalTrace = better.trace;

function find(trace: Trace, key: TraceKey): Trace {
  const inside = (one: Trace): Trace | undefined =>
    one.key === key ? one : one.inputs.map(inside).find((it) => it !== undefined);
  const found = inside(trace);
  if (found === undefined) throw new Error(`no ${key} in the trace`);
  return found;
}

test.each([
  ["quantity", "360 − 36 = 324"],
  ["perimeter", "12.5 + 10 + 12.5 + 10 = 45"],
  ["hours-coats", "324 ÷ 110 = 2.95"],
  ["loaded-rate", "22.16 × 1.8 = 39.888"],
  ["hour-charge-labour", "39.888 ÷ (100 % − 35 %) = 61.3662"],
  ["gallons-line", "1.99 + 10 % = 2.19"],
  ["length", ""],
] as const)("%s reads %s", (key, formula) => {
  expect(printFormula(find(totalTrace, key))).toBe(formula);
});

test("leaves lead to what was typed, and to the price book with its source in words", () => {
  expect(find(totalTrace, "length").from).toEqual({
    kind: "area",
    id: "den",
    name: "Den",
    typed: `12'6"`,
  });
  expect(find(totalTrace, "production-rate").entry).toMatchObject({
    kind: "substrate",
    key: "walls",
    label: { en: "Walls", es: "Paredes" },
    source: expect.stringContaining("W1DP Playbook"),
    includes: { en: expect.stringContaining("Cutting in") },
  });
});

test("a trace is JSON on request, with exact fractions", () => {
  const json = JSON.parse(JSON.stringify(traceToJson(find(totalTrace, "hours-coats"))));
  expect(json).toMatchObject({
    key: "hours-coats",
    op: "divide",
    value: "162/55",
    unit: { of: "hour" },
  });
  expect(json.inputs.map((input: { value: string }) => input.value)).toEqual(["324", "110"]);
});
