import { expect, test } from "vitest";
import { numberAt } from "./curves.ts";
import { decimal } from "./fraction.ts";

const source = "test";
const at = (x: string) => ({ surface: decimal(x) });

test("the last step that begins at or below holds", () => {
  const steps = [
    { from: "0", value: "100" },
    { from: "250", value: "120" },
  ];
  const curve = { kind: "steps", by: "surface", steps, source } as const;
  expect(["0", "249.9", "250", "9000"].map((x) => String(numberAt(curve, at(x))))).toEqual([
    "100/1",
    "100/1",
    "120/1",
    "120/1",
  ]);
});

test("between points the straight line, below the first its value, beyond the last it goes on to the floor", () => {
  const points = [
    { at: "100", value: "10" },
    { at: "200", value: "8" },
    { at: "400", value: "7" },
  ];
  const curve = { kind: "line", by: "surface", points, floor: "5", source } as const;
  const values = ["50", "150", "200", "300", "600", "900"].map((x) => numberAt(curve, at(x)));
  expect(values.map(String)).toEqual(["10/1", "9/1", "8/1", "15/2", "6/1", "5/1"]);
});
