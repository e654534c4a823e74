import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type History, readHistory } from "../queries/history.ts";

/** What the undo and redo buttons of an estimate can do, and what they say. */
export function useHistory(estimateId: string): History | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readHistory(local, estimateId), [estimateId]);
}
