import { useLiveQuery } from "dexie-react-hooks";
import { useLocal } from "../local-context.tsx";
import { type History, readHistory } from "../queries/history.ts";

/** What the undo and redo buttons of an estimate can do, and what they say. */
export function useHistory(estimateId: string): History | undefined {
  const local = useLocal();
  return useLiveQuery(() => readHistory(local, estimateId), [local, estimateId]);
}
