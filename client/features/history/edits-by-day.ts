import type { ToldEdit } from "../../chrome/edit-history/told-edits.ts";

export interface DayOfEdits {
  /** Midnight of the day, where the tablet is. */
  readonly day: number;
  readonly edits: readonly ToldEdit[];
}

/** Edits day by day as their tablets' clocks said, in the order they come. */
export function editsByDay(edits: readonly ToldEdit[]): readonly DayOfEdits[] {
  const days = Map.groupBy(edits, ({ at }) => new Date(at).setHours(0, 0, 0, 0));
  return [...days].map(([day, inDay]) => ({ day, edits: inDay }));
}
