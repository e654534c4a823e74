import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type OwnEdit, readOwnEdits } from "../queries/own-edits.ts";
import {
  type KnownPart,
  listRemoved,
  listRemovedEstimates,
  readParts,
  type RemovedEstimate,
} from "../queries/removed.ts";
import type { TombstoneRow } from "../rows.ts";

/** The edits of an estimate that this tablet made and still knows, newest first. */
export function useOwnEdits(estimateId: string): readonly OwnEdit[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readOwnEdits(local, estimateId), [estimateId]);
}

/** The areas, surfaces and lines of an estimate, removed ones too. */
export function useParts(estimateId: string): ReadonlyMap<string, KnownPart> | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readParts(local, estimateId), [estimateId]);
}

/** What was removed from an estimate and can come back. */
export function useRemoved(estimateId: string): readonly TombstoneRow[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listRemoved(local, estimateId), [estimateId]);
}

/** Estimates that were taken out of the list. */
export function useRemovedEstimates(): readonly RemovedEstimate[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listRemovedEstimates(local), []);
}
