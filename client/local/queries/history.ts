import type { MutationName } from "../../../shared/sync/mutation.ts";
import { newestOf } from "../history.ts";
import type { Local } from "../local.ts";

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What would be undone or redone: the button's label. */
  readonly undoes: MutationName | null;
  readonly redoes: MutationName | null;
}

const nothing: History = { canUndo: false, canRedo: false, undoes: null, redoes: null };

/** Whether an estimate can go a step back or forward. An accepted one cannot: it is reopened first. */
export async function readHistory({ database }: Local, estimateId: string): Promise<History> {
  const [estimate, last, next] = await database.transaction(
    "r",
    [database.estimate, database.history],
    () =>
      Promise.all([
        database.estimate.get(estimateId),
        newestOf(database, estimateId, "undo"),
        newestOf(database, estimateId, "redo"),
      ]),
  );
  if (estimate?.status === "accepted") return nothing;
  return {
    canUndo: last !== undefined,
    canRedo: next !== undefined,
    undoes: last?.name ?? null,
    redoes: next?.name ?? null,
  };
}
