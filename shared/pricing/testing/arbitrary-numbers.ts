import fc from "fast-check";
import type { ProfitRule } from "../book/money.ts";
import type { ProfitCurve, RateCurve } from "../book/numbers.ts";

/** Where the numbers of a random price book come from. */
export const SOURCE = "made-up";

const asText = (scaled: number, places: number): string => {
  const digits = String(scaled).padStart(places + 1, "0");
  const units = digits.slice(0, digits.length - places);
  return places === 0 ? digits : `${units}.${digits.slice(-places)}`;
};

/** A decimal text from `least` to about `most`, with up to six decimals; zero only where `least` is. */
export const decimalText = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(0, 0, 1, 2, 2, 3, 6),
      fc.integer({ min: Math.round(least * 1e6), max: Math.round(most * 1e6) }),
    )
    .map(([places, millionths]) => {
      const scale = 10 ** places;
      return asText(
        Math.max(Math.floor(millionths / (1e6 / scale)), Math.ceil(least * scale)),
        places,
      );
    });

export const sourced = (least: number, most: number) =>
  decimalText(least, most).map((value) => ({ value, source: SOURCE }));

/** Amounts that minimums and totals meet exactly. */
export const roundCents = fc.constantFrom(100_00, 250_00, 500_00);

export const cents = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((amount) => ({ cents: amount, source: SOURCE }));

/** Ascending decimals, the first of them `from` or above. */
const ascending = (gaps: readonly number[], from: number): readonly string[] => {
  let hundredths = from;
  return gaps.map((gap, index) => {
    if (index > 0) hundredths += gap;
    return asText(hundredths, 2);
  });
};

interface CurveOf<B extends string> {
  readonly by: readonly [B, ...B[]];
  /** About how far the steps and points reach. */
  readonly reach: number;
  /** Whether the numbers fall with size, as profits do. */
  readonly falls: boolean;
}

/** A plain number, steps or a line of them: every kind of number that may change with a quantity. */
function curve<B extends string>(value: fc.Arbitrary<string>, { by, reach, falls }: CurveOf<B>) {
  const basis = fc.constantFrom(...by);
  // Round ones as well, which quantities meet exactly.
  const gap = fc.oneof(
    fc.integer({ min: 1, max: reach * 50 }),
    fc.constantFrom(50_00, 100_00, 150_00, 250_00),
  );
  const inOrder = (values: readonly string[]) =>
    falls ? values.toSorted((one, other) => Number(other) - Number(one)) : values;
  const entries = (minLength: number) =>
    fc.array(fc.record({ gap, value }), { minLength, maxLength: 4 }).map((all) => ({
      gaps: all.map((entry) => entry.gap),
      values: inOrder(all.map((entry) => entry.value)),
    }));
  const steps = fc.record({ basis, entries: entries(1) }).map((drawn) => ({
    kind: "steps" as const,
    by: drawn.basis,
    steps: ascending(drawn.entries.gaps, 0).map((from, index) => ({
      from,
      value: drawn.entries.values[index] ?? "1",
    })),
    source: SOURCE,
  }));
  const line = fc
    .record({
      basis,
      entries: entries(2),
      first: fc.oneof(fc.integer({ min: 0, max: reach * 20 }), fc.constantFrom(0, 50_00, 100_00)),
      floor: value,
    })
    .map((drawn) => ({
      kind: "line" as const,
      by: drawn.basis,
      points: ascending(drawn.entries.gaps, drawn.first).map((at, index) => ({
        at,
        value: drawn.entries.values[index] ?? "1",
      })),
      floor: drawn.floor,
      source: SOURCE,
    }));
  const plain = value.map((text) => ({ value: text, source: SOURCE }));
  return fc.oneof({ arbitrary: plain, weight: 3 }, steps, line);
}

export const rate = (least: number, most: number): fc.Arbitrary<RateCurve> =>
  curve(decimalText(least, most), { by: ["surface", "job"], reach: 600, falls: false });

const profitCurve = (most: number): fc.Arbitrary<ProfitCurve> =>
  curve(decimalText(0, most), { by: ["job-cost", "job-sqft"], reach: 3000, falls: true });

export const profitRule: fc.Arbitrary<ProfitRule> = fc.oneof(
  fc.record({ kind: fc.constant("markup" as const), percent: profitCurve(120) }),
  fc.record({ kind: fc.constant("margin" as const), percent: profitCurve(70) }),
);
