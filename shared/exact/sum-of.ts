import { bigSum, fromBig, lowest } from "./arithmetic.ts";
import { divisorOf } from "./divisor.ts";
import { type Big, bigOf, type Exact, isSafe, isSmall } from "./fraction.ts";

/** The sum of fractions of safe integers over a running common denominator; null when that grows too large. */
function smallSum(values: readonly Exact[]): Exact | null {
  let top = 0;
  let bottom = 1;
  for (const value of values) {
    if (!isSmall(value)) return null;
    // Exact, or not whole: no quotient of safe integers is rounded to a whole number (divisor.ts).
    let share = bottom / value.bottom;
    if (!Number.isInteger(share)) {
      const grown = value.bottom / divisorOf(bottom, value.bottom);
      const scaled = top * grown;
      const common = bottom * grown;
      if (!isSafe(scaled) || !isSafe(common)) return null;
      top = scaled;
      bottom = common;
      share = bottom / value.bottom;
    }
    const part = value.top * share;
    const next = top + part;
    if (!isSafe(part) || !isSafe(next)) return null;
    top = next;
  }
  return lowest(top, bottom);
}

const byDenominator = (one: Big, other: Big): number => (one.d < other.d ? -1 : 1);

/** Adds neighbours until one is left: long numbers are multiplied only with numbers as long as they are. */
function pairwise(parts: readonly Big[]): Big {
  let level = parts;
  while (level.length > 1) {
    const next: Big[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [one, other] = [level[at], level[at + 1]];
      if (one !== undefined) next.push(other === undefined ? one : bigSum(one, other));
    }
    level = next;
  }
  return level[0] ?? { n: 0n, d: 1n };
}

/**
 * The same in bigints. Adds within each denominator first, then denominators in their order of size, so that
 * not even the way the result is held depends on the order of the values.
 */
function bigSumOf(values: readonly Exact[]): Exact {
  const numerators = new Map<bigint, bigint>();
  for (const value of values) {
    const { n, d } = bigOf(value);
    numerators.set(d, (numerators.get(d) ?? 0n) + n);
  }
  const parts = Array.from(numerators, ([d, n]): Big => ({ n, d }));
  const sum = fromBig(pairwise(parts.toSorted(byDenominator)));
  return isSmall(sum) ? lowest(sum.top, sum.bottom) : sum;
}

/** Near linear in the number of values, whatever their denominators. In lowest terms unless very long. */
export function sumOf(values: Iterable<Exact>): Exact {
  const all = [...values];
  const asTheyStand = smallSum(all);
  if (asTheyStand !== null) return asTheyStand;
  const short = all.map((value) => (isSmall(value) ? lowest(value.top, value.bottom) : value));
  return smallSum(short) ?? bigSumOf(short);
}
