import type { ToldEdit } from "./told-edits.ts";

/** Who took a record out, and when by their tablet. */
export type Removal = Pick<ToldEdit, "userName" | "at">;

/**
 * The latest removal of a record that the server did not refuse: what a removed record is removed by.
 *
 * @param edits newest first.
 * @returns null: it is further back than these, or was made on another tablet and nobody could be asked.
 */
export function removalOf(edits: readonly ToldEdit[], id: string): Removal | null {
  const found = edits.find(
    ({ operations, standing }) =>
      standing !== "rejected" &&
      operations.some((operation) => operation.op === "remove" && operation.id === id),
  );
  return found ? { userName: found.userName, at: found.at } : null;
}
