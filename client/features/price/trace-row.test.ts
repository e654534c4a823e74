import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { price } from "../../../shared/pricing/price.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { plausibleEstimate } from "../../../shared/pricing/testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate } from "../../../shared/pricing/testing/build-estimate.ts";
import type { Trace, TraceKey } from "../../../shared/pricing/trace.ts";
import { createFormats } from "../../words/formats.ts";
import { traceNames } from "./trace-names.ts";
import { traceRow } from "./trace-row.ts";

const words = { language: "en", ...createFormats("en-US") } as const;

const twoRooms = buildEstimate([
  buildArea("a", [{ substrate: "walls" }, { substrate: "ceiling" }]),
  buildArea("b", [{ substrate: "walls" }], { name: "Kitchen" }),
]);

function goodOf(estimate = twoRooms): PricedOption {
  const [good] = price(estimate, examplePriceBook).options;
  if (!good) throw new Error("the example price book has options");
  return good;
}

function find(trace: Trace, key: TraceKey): Trace {
  const queue = [trace];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.key === key) return next;
    queue.push(...next.inputs);
  }
  throw new Error(`no ${key} in the trace`);
}

describe("a figure in words", () => {
  const [walls] = goodOf().lines;
  if (!walls) throw new Error("two rooms have lines");
  const { trace } = walls;

  test("computed figures show their formula with units", () => {
    const row = traceRow(find(trace, "hours-coats"), new Map(), words);
    expect(row.label).toBe("Painting");
    expect(row.formula).toBe("324 sq ft ÷ 180 sq ft per hour = 1.8 h");
  });

  test("rates name their entry and who published them", () => {
    const row = traceRow(find(trace, "production-rate"), new Map(), words);
    expect(row.formula).toBeNull();
    expect(row.origin[0]).toBe("Price book: Walls");
    expect(row.origin.join(" ")).toContain("W1DP");
  });

  test("measures say what was typed, and where", () => {
    const row = traceRow(find(trace, "length"), new Map(), words);
    expect(row.value).toBe("12.5 ft");
    expect(row.origin).toEqual([`Typed for Bedroom: 12'6"`]);
  });
});

test("cans say their size", () => {
  const [need] = goodOf().paint;
  if (!need) throw new Error("walls need paint");
  const [size] = need.cans;
  const row = traceRow(find(need.trace.cost, "cans-price"), new Map(), words);
  expect(row.label).toBe(`Cans: ${size?.label.en}`);
});

describe("names in a sum of lines", () => {
  const good = goodOf();
  const names = traceNames(good, "en");

  test("every line of the total says which it is", () => {
    const labels = find(good.trace, "net").inputs.map((line) => traceRow(line, names, words).label);
    expect(labels).toContain("Bedroom: Walls");
    expect(labels).toContain("Kitchen: Walls");
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("a figure does not repeat the name of the line it stands under", () => {
    const [line] = find(good.trace, "net").inputs;
    const inside = line?.inputs[0];
    if (!line || !inside) throw new Error("a line is computed from something");
    expect(traceRow(inside, names, words, names.get(line)).label).toBe("Price before rounding");
    const hours = find(inside, "hours-line");
    expect(traceRow(hours, names, words, names.get(line)).label).toBe("Hours for this line");
  });

  test("gallons that are pooled name the rooms they are for", () => {
    const need = good.paint.find(({ product }) => product.en.startsWith("Interior"));
    if (!need) throw new Error("walls need paint");
    const pool = find(need.trace.exactGallons, "gallons-pool");
    const labels = pool.inputs.map((part) => traceRow(part, names, words).label);
    expect(labels).toEqual(["Bedroom: Walls", "Kitchen: Walls"]);
  });
});

test("no figure of any estimate is left without words", () => {
  const seen = new Set<Trace>();
  const check = (trace: Trace) => {
    if (seen.has(trace)) return;
    seen.add(trace);
    const row = traceRow(trace, new Map(), words);
    expect(`${row.label} ${row.value} ${row.formula} ${row.origin.join(" ")}`).not.toMatch(
      /undefined|NaN|\[object/,
    );
    for (const input of trace.inputs) check(input);
  };
  fc.assert(
    fc.property(plausibleEstimate(examplePriceBook), (estimate) => {
      for (const option of price(estimate, examplePriceBook).options) check(option.trace);
    }),
    { numRuns: 20 },
  );
});
