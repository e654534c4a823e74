import type { RecordOf } from "../../../shared/estimate/record.ts";

type Conflict = Pick<RecordOf<"conflict">, "id" | "state">;

/** Which of those that are left each one is, from 1, by its id; none where only one is left. */
export function openNumbers(conflicts: readonly Conflict[]): ReadonlyMap<string, number> {
  const open = conflicts.filter(({ state }) => state === "open");
  return new Map(open.length > 1 ? open.map(({ id }, at) => [id, at + 1]) : []);
}
