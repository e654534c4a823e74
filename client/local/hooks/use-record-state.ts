import { useLiveQuery } from "dexie-react-hooks";
import type { RecordState } from "../../../shared/sync/operations.ts";
import { readState } from "../database.ts";
import { useLocal } from "../local-context.tsx";
import type { Target } from "../rows.ts";

/** How a record stands on this tablet now: living or removed; null when it is not here, `undefined` until it was read. */
export function useRecordState(target: Target | null): RecordState | null | undefined {
  const { database } = useLocal();
  const { entity, id } = target ?? { entity: null, id: "" };
  return useLiveQuery(
    async () => (entity === null ? null : ((await readState(database, { entity, id })) ?? null)),
    [database, entity, id],
  );
}
