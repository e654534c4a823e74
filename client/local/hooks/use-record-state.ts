import { useCallback } from "react";
import type { RecordState } from "../../../shared/sync/operations.ts";
import { readState } from "../database.ts";
import { useLiveQuery } from "../live-query.ts";
import { useLocal, useShown } from "../local-context.tsx";
import type { Target } from "../rows.ts";

/** How a record stands on this tablet now: living or removed; null when it is not here, `undefined` until it was read. */
export function useRecordState(target: Target | null): RecordState | null | undefined {
  const local = useLocal();
  const { entity, id } = target ?? { entity: null, id: "" };
  const state = useLiveQuery(
    local,
    async () =>
      entity === null ? null : ((await readState(local.database, { entity, id })) ?? null),
    [entity, id],
  );
  const shownOf = useCallback(
    ({ fields }: RecordState) => (entity === null ? [] : [{ entity, id, fields }]),
    [entity, id],
  );
  useShown(state, shownOf);
  return state;
}
