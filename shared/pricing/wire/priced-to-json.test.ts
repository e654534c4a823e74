import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { anyBig, edgeBig } from "../../../bench/fixtures/arbitrary-fraction.ts";
import { exact } from "../../exact/exact.ts";
import { printExact } from "../../exact/print-exact.ts";
import { examplePriceBook } from "../example-price-book.ts";
import { price } from "../price.ts";
import { printFormula } from "../print-trace.ts";
import { estimateWithBook } from "../testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate } from "../testing/build-estimate.ts";
import { decimalText } from "./exact-json.ts";
import { pricedEstimateSchema, type PricedEstimateJson } from "./priced-estimate-schema.ts";
import { pricedToJson } from "./priced-to-json.ts";
import { problemCodes, problemSentence } from "./problem-sentence.ts";
import type { TraceTable } from "./trace-table.ts";

const DAY = "2026-11-26";
const room = buildArea("den", [{ substrate: "walls" }, { substrate: "ceiling" }], { name: "Den" });
const priced = price(buildEstimate([room]), examplePriceBook);

/** What arrives at the other end. */
const sent = (value: PricedEstimateJson): unknown => JSON.parse(JSON.stringify(value));
const withTrace = z.parse(
  pricedEstimateSchema,
  sent(pricedToJson(priced, { day: DAY, trace: true })),
);
const tableOf = ({ trace }: PricedEstimateJson): TraceTable => {
  if (trace === undefined) throw new Error("no trace");
  return trace;
};

test("the schema accepts every result, with and without traces, and nothing is lost on the way", () => {
  fc.assert(
    fc.property(estimateWithBook, fc.boolean(), ({ estimate, book }, trace) => {
      const json = sent(pricedToJson(price(estimate, book), { day: estimate.day, trace }));
      expect(z.parse(pricedEstimateSchema, json)).toEqual(json);
    }),
    { numRuns: 60 },
  );
});

test("six decimals are those that are printed anywhere", () => {
  fc.assert(
    fc.property(fc.oneof(anyBig, edgeBig), ({ n, d }) => {
      expect(decimalText(exact(n, d))).toBe(printExact(exact(n, d), 6).text);
    }),
    { numRuns: 1000 },
  );
});

test("exact values are fractions, with decimals beside them", () => {
  const [good] = withTrace.options;
  const walls = good?.lines.find((line) => line.kind === "surface");
  expect(walls).toMatchObject({
    areaName: "Den",
    substrate: { en: "Walls", es: "Paredes" },
    quantity: { fraction: "324", decimal: "324" },
    hours: {
      fraction: expect.stringMatching(/^\d+\/\d+$/),
      decimal: expect.stringMatching(/^\d+\.\d{1,6}$/),
    },
  });
  expect(good?.totalCents).toBe(priced.options[0]?.totalCents);
});

test("without being asked for there is no trace anywhere", () => {
  expect(JSON.stringify(pricedToJson(priced, { day: DAY, trace: false }))).not.toContain('"trace"');
});

describe("the table of traces", () => {
  const { nodes, entries, places } = tableOf(withTrace);

  test("every figure stands behind all that it is made of", () => {
    for (const [place, { inputs }] of nodes.entries())
      for (const input of inputs) expect(input).toBeLessThan(place);
  });

  test("a total leads to its formula, the price book with its source, and what was typed", () => {
    const place = withTrace.options[1]?.trace ?? -1;
    const trace = priced.options[1]?.trace;
    if (trace === undefined) throw new Error("no option");
    expect(nodes[place]).toMatchObject({ key: trace.key, formula: printFormula(trace) });
    const rate = nodes.find(({ key }) => key === "production-rate");
    expect(entries[rate?.entry ?? -1]).toMatchObject({
      kind: "substrate",
      key: "walls",
      source: expect.stringContaining("W1DP"),
    });
    const length = nodes.find(({ key }) => key === "length");
    expect(places[length?.from ?? -1]).toEqual({
      kind: "area",
      id: "den",
      name: "Den",
      typed: `12'6"`,
    });
  });

  test("no figure is written twice", () => {
    expect(nodes.filter(({ key }) => key === "loaded-rate")).toHaveLength(1);
  });
});

test("every problem is a sentence with something to do or to answer", () => {
  for (const code of problemCodes) {
    const sentence = problemSentence({ code, blocking: true, typed: "it", dimension: "height" });
    expect(sentence).toMatch(/^["A-Z].+[.?]$/);
  }
  const json = pricedToJson(price(buildEstimate([]), examplePriceBook), { day: DAY, trace: false });
  expect(json.problems).toContainEqual({
    code: "nothing_to_price",
    blocking: true,
    option: "good",
    sentence: "There is nothing to price yet. Add a painted surface or an item.",
  });
});
