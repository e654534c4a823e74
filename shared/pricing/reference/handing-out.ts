import { type Fraction, sumOf, whole } from "./fraction.ts";

export interface Part {
  readonly id: string;
  readonly exact: Fraction;
}

/**
 * Page, section 6: the sum is rounded once and handed out. Each part is rounded down, the missing cents go to the
 * parts that lost most, ties to the smaller id.
 *
 * @returns the cents of each part by its id.
 */
export function handOut(parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const total = sumOf(parts.map(({ exact }) => exact)).nearest();
  const cents = new Map(parts.map(({ id, exact }) => [id, exact.down()] as const));
  let missing = total - parts.reduce((sum, { exact }) => sum + exact.down(), 0n);
  const waiting = new Set(parts);
  while (missing > 0n) {
    const next = Array.from(waiting).reduce(lostMost);
    cents.set(next.id, (cents.get(next.id) ?? 0n) + 1n);
    waiting.delete(next);
    missing -= 1n;
  }
  return cents;
}

function lostMost(one: Part, other: Part): Part {
  const lostByOne = lost(one);
  const lostByOther = lost(other);
  if (lostByOne.isAbove(lostByOther)) return one;
  if (lostByOther.isAbove(lostByOne)) return other;
  return one.id < other.id ? one : other;
}

const lost = ({ exact }: Part): Fraction => exact.minus(whole(exact.down()));
