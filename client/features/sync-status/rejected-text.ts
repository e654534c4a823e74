import type { RejectedEdit } from "../../local/rows.ts";

/** A refused edit as text, to be kept or sent to somebody: what it was about and why first, then all of it. */
export function rejectedText(
  { id, at, operations }: RejectedEdit,
  told: readonly string[],
): string {
  return [...told.filter((line) => line !== ""), at, id, JSON.stringify(operations, null, 2)].join(
    "\n",
  );
}
