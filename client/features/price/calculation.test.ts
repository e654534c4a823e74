import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import {
  buildArea,
  buildEstimate,
  buildItem,
} from "../../../shared/pricing/testing/build-estimate.ts";
import type { Trace } from "../../../shared/pricing/trace.ts";
import { createFormats } from "../../words/formats.ts";
import { calculationOf, type Part } from "./calculation.ts";
import { traceRow } from "./trace-row.ts";

const words = { language: "en", ...createFormats("en-US") } as const;
const estimate = buildEstimate(
  [
    buildArea("a", [{ substrate: "walls" }, { substrate: "ceiling" }, { substrate: "baseboard" }]),
    buildArea("b", [{ substrate: "walls", primer: "full" }], { name: "Kitchen" }),
  ],
  [buildItem("lift"), buildItem("crew", { kind: "crew-days", painters: "2", label: "Deck" })],
);
const option = price(estimate, examplePriceBook).options[1];
if (!option) throw new Error("the example price book has options");
const calculation = calculationOf(option, words);
const { money, lines, shared, sources } = calculation;
const parts: readonly Part[] = [...money, ...lines, ...shared];

test("every line has a part that begins with its price", () => {
  expect(lines).toHaveLength(option.lines.length);
  expect(lines[0]?.title).toMatch(/^Bedroom: Walls: \$/);
  expect(lines[0]?.title).toContain(lines[0]?.steps[0]?.value);
});

test("what is measured, and what stands in the price book, is on paper for every figure", () => {
  const printed = new Set(parts.flatMap(({ steps }) => steps.map(({ value }) => value)));
  const seen = new Set<Trace>();
  const check = (trace: Trace) => {
    if (seen.has(trace)) return;
    seen.add(trace);
    const isPassedOn = trace.op === "add" && trace.inputs.length === 1;
    if (!isPassedOn) expect(printed).toContain(traceRow(trace, new Map(), words).value);
    trace.inputs.forEach(check);
  };
  check(option.trace);
  const said = parts.flatMap(({ steps }) => steps.flatMap(({ origin }) => origin)).join("\n");
  expect(said).toContain(`Typed for Bedroom: 12'6"`);
  expect(said).toContain("Price book: Walls");
});

test("a figure that several lines use is printed once, and every pointer has a goal", () => {
  const marks = shared.map(({ key }) => key);
  expect(new Set(marks).size).toBe(marks.length);
  const pointers = parts.flatMap(({ steps }) =>
    steps.flatMap(({ origin }) => origin.filter((line) => /^see K\d+$/.test(line))),
  );
  for (const mark of marks)
    expect(pointers.filter((pointer) => pointer === `see ${mark}`).length).toBeGreaterThan(1);
  expect(pointers.every((pointer) => marks.includes(pointer.slice(4)))).toBe(true);
});

test("sources are numbered, each once, and none is named that is not listed", () => {
  expect(new Set(sources).size).toBe(sources.length);
  const numbers = parts.flatMap(({ steps }) =>
    steps.flatMap(({ origin }) => origin.flatMap((line) => /^source (\d+)$/.exec(line)?.[1] ?? [])),
  );
  expect(Math.max(...numbers.map(Number))).toBe(sources.length);
});
