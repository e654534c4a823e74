import fc from "fast-check";
import { expect, test } from "vitest";
import { price } from "../price.ts";
import type { PricedEstimate } from "../priced-estimate.ts";
import { plausibleEstimate } from "../testing/arbitrary-estimate.ts";
import { buildArea, buildEstimate, buildItem } from "../testing/build-estimate.ts";
import { examplePriceBook } from "../example-price-book.ts";
import { comparable } from "./comparable.ts";
import { firstDifference, inWords } from "./first-difference.ts";

const room = buildArea("room", [{ substrate: "walls" }, { substrate: "ceiling" }]);
const engine = price(buildEstimate([room], [buildItem("lift")]), examplePriceBook);
const reference = comparable(engine);

/** The engine's result with the first option changed. */
const differenceWith = (
  change: (option: PricedEstimate["options"][number]) => PricedEstimate["options"][number],
): string => {
  const [first, ...others] = engine.options;
  if (first === undefined) throw new Error("a book has an option");
  const changed = comparable({ ...engine, options: [change(first), ...others] });
  const difference = firstDifference(changed, reference);
  return difference === null ? "none" : difference.path;
};

test("a cent on a line, an order of lines, an hour, a can: each is a difference, named by its path", () => {
  expect(firstDifference(comparable(engine), reference)).toBeNull();
  expect(
    differenceWith((option) => ({
      ...option,
      lines: option.lines.map((line, index) =>
        index === 1 ? { ...line, cents: line.cents + 1 } : line,
      ),
    })),
  ).toBe("options.0.lines.1.cents");
  expect(differenceWith((option) => ({ ...option, lines: option.lines.toReversed() }))).toBe(
    "options.0.lines.0.kind",
  );
  expect(
    differenceWith(({ hours, ...option }) => ({
      ...option,
      hours: { ...hours, charged: hours.exact, crewDays: hours.crewDays + 1 },
    })),
  ).toMatch(/^options\.0\.hours\./);
  expect(differenceWith((option) => ({ ...option, paint: option.paint.slice(1) }))).toBe(
    "options.0.paint.0.key",
  );
  expect(differenceWith((option) => ({ ...option, acceptable: !option.acceptable }))).toBe(
    "options.0.acceptable",
  );
  expect(firstDifference(comparable({ ...engine, options: [] }), reference)?.path).toBe(
    "options.0",
  );
  const problems = [{ code: "below_net", blocking: false } as const];
  expect(firstDifference(comparable({ ...engine, problems }), reference)?.path).toBe("problems.0");
});

test("in words: where, and what each says", () => {
  expect(inWords({ path: "options.0.total", engine: "1", reference: undefined })).toBe(
    'options.0.total: the engine says "1", the reference nothing',
  );
});

test("every text and number of a result counts", () => {
  fc.assert(
    fc.property(plausibleEstimate(examplePriceBook), fc.nat(), (estimate, at) => {
      const whole = JSON.stringify(comparable(price(estimate, examplePriceBook)));
      const digits = Array.from(whole.matchAll(/\d/g), ({ index }) => index);
      const place = digits[at % digits.length] ?? 0;
      const other = String((Number(whole[place]) + 1) % 10);
      const changed: unknown = JSON.parse(whole.slice(0, place) + other + whole.slice(place + 1));
      expect(firstDifference(changed, JSON.parse(whole))).not.toBeNull();
    }),
  );
});
