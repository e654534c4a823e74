import { useLiveQuery } from "dexie-react-hooks";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useLocal } from "../local-context.tsx";
import { listConflicts, listRejected } from "../queries/trouble.ts";
import { countWaiting } from "../queries/waiting.ts";
import type { RejectedEdit } from "../rows.ts";

/** How many edits are on this tablet only. */
export function useWaiting(): number | undefined {
  const local = useLocal();
  return useLiveQuery(() => countWaiting(local), [local]);
}

/** The tray of edits that the server refused. */
export function useRejected(): readonly RejectedEdit[] | undefined {
  const local = useLocal();
  return useLiveQuery(() => listRejected(local), [local]);
}

/** Edits that met another edit and wait for a choice; of one estimate, or of all. */
export function useConflicts(estimateId?: string): readonly RecordOf<"conflict">[] | undefined {
  const local = useLocal();
  return useLiveQuery(() => listConflicts(local, estimateId), [local, estimateId]);
}
