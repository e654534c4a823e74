import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeValues } from "./merge-values.ts";

const rate = (value: string) => ({ value, source: "own" });
const walls = {
  key: "walls",
  label: { en: "Walls", es: "Paredes" },
  labour: { kind: "units-per-hour", byCoats: [rate("180"), rate("110")] },
  multipliers: ["height", "access"],
};

test("what two people changed in one entry both stays", () => {
  const later = { ...walls, labour: { ...walls.labour, byCoats: [rate("200"), rate("110")] } };
  const now = {
    ...walls,
    label: { en: "Wall", es: "Pared" },
    labour: { ...walls.labour, byCoats: [rate("180"), rate("95")] },
  };
  expect(mergeValues(walls, later, now)).toEqual({
    ...now,
    labour: { ...walls.labour, byCoats: [rate("200"), rate("95")] },
  });
});

test("of the same the later one holds", () => {
  const at = (value: string) => ({ ...walls, labour: { kind: "piece", byCoats: [rate(value)] } });
  expect(mergeValues(at("1"), at("2"), at("3"))).toEqual(at("2"));
});

test("another kind, and a list that is longer now, are taken whole", () => {
  const steps = { kind: "steps", by: "job", steps: [{ from: "0", value: "9" }], source: "own" };
  expect(mergeValues({ rate: rate("1") }, { rate: steps }, { rate: rate("2") })).toEqual({
    rate: steps,
  });
  expect(mergeValues(["height"], ["height", "access"], ["texture"])).toEqual(["height", "access"]);
});

test("what was taken out stays out, what was added comes in", () => {
  expect(mergeValues({ a: 1, b: 2 }, { b: 3 }, { a: 1, b: 2, c: 4 })).toEqual({ b: 3, c: 4 });
});

test("without changes on one side it is the other side", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, other) => {
      expect(mergeValues(before, other, before)).toEqual(other);
      expect(mergeValues(before, before, other)).toEqual(other);
    }),
  );
});
