import { keyBetween } from "../../shared/order.ts";

interface Ordered {
  readonly id: string;
  readonly order: string;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The painter's order; two tablets may have chosen the same key, then the id decides everywhere alike. */
export const inOrder = <T extends Ordered>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((one, other) => compare(one.order, other.order) || compare(one.id, other.id));

/** A key behind all rows. */
export const keyAtEnd = (rows: readonly Ordered[]): string =>
  keyBetween(inOrder(rows).at(-1)?.order ?? null, null);

/**
 * A key right behind a row, or at the front for null. Rows that share a key are passed together: no key
 * fits between two equal ones.
 */
export function keyBehind(rows: readonly Ordered[], afterId: string | null): string {
  const sorted = inOrder(rows);
  const before = sorted.find((row) => row.id === afterId)?.order ?? null;
  const next = sorted.find((row) => before === null || row.order > before);
  return keyBetween(before, next?.order ?? null);
}
