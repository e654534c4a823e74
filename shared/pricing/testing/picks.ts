import fc from "fast-check";

/**
 * A reference to an entry of a list that is not drawn yet: the entry at this place, counted round and round, or a
 * key as it stands. Random estimates and price books are drawn apart and brought together afterwards, so that a
 * failing pair shrinks in both.
 */
export type Pick = number | string;

export const pick: fc.Arbitrary<number> = fc.nat({ max: 11 });

const strayKey = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);

/** An entry of the list, and now and then a key that no book has. */
export const pickOrStray: fc.Arbitrary<Pick> = fc.oneof(
  { arbitrary: pick, weight: 12 },
  { arbitrary: strayKey, weight: 1 },
);

/** @throws RangeError for an empty list. */
export function picked<T>(list: readonly T[], index: number): T {
  const entry = list[index % list.length];
  if (entry === undefined) throw new RangeError("nothing to pick from");
  return entry;
}

/** The key that a pick comes to; one that no book has where the list is empty. */
export const pickedKey = (list: readonly { readonly key: string }[], from: Pick): string =>
  typeof from === "string" ? from : list.length === 0 ? "gone" : picked(list, from).key;
