import { useLiveQuery } from "dexie-react-hooks";
import { useLocal } from "../local-context.tsx";
import { type EstimateListRow, listEstimates } from "../queries/estimates.ts";

/** The list: the newest estimates first. `undefined` until it was read. */
export function useEstimates(limit = 50): readonly EstimateListRow[] | undefined {
  const local = useLocal();
  return useLiveQuery(() => listEstimates(local, limit), [local, limit]);
}
