import { expect, test } from "vitest";
import { figureLine } from "./figure.ts";

test("a figure is one line of JSON with its ratio to the baseline", () => {
  expect(figureLine("push", { label: "p95", value: 12.34567, unit: "ms", baseline: 10 })).toBe(
    '{"bench":"push/p95","value":12.35,"unit":"ms","baseline":10,"ratio":1.235}',
  );
});

test("without a baseline there is no ratio", () => {
  expect(figureLine("size", { value: 126_411, unit: "bytes" })).toBe(
    '{"bench":"size","value":126400,"unit":"bytes","baseline":null,"ratio":null}',
  );
});
