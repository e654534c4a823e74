import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { listAllConflicts, listConflicts, listRejected } from "../queries/trouble.ts";
import { countWaiting } from "../queries/waiting.ts";
import type { RejectedEdit } from "../rows.ts";

/** How many edits are on this tablet only. */
export function useWaiting(): number | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => countWaiting(local), []);
}

/** The tray of edits that the server refused. */
export function useRejected(): readonly RejectedEdit[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listRejected(local), []);
}

/** Edits that met another edit and wait for a choice; of one estimate, or of all. */
export function useConflicts(estimateId?: string): readonly RecordOf<"conflict">[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listConflicts(local, estimateId), [estimateId]);
}

/** Edits that met another edit, settled or not; of one estimate, or of all. */
export function useAllConflicts(estimateId?: string): readonly RecordOf<"conflict">[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listAllConflicts(local, estimateId), [estimateId]);
}
