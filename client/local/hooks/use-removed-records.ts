import type { Device } from "../../../shared/sync/device.ts";
import type { Session } from "../../../shared/sync/wire.ts";
import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { personHere } from "../people-here.ts";
import { type RemovedRecords, removedRecords } from "../removed-records.ts";
import { readSyncMeta } from "../sync-meta.ts";

/** What the browser has removed from this tablet and the person has not been told yet; undefined until that is known. */
export function useRemovedRecords(
  device: Device | null,
  session: Session,
): RemovedRecords | null | undefined {
  const local = useLocal();
  const clientId = useLiveQuery(
    local,
    async () => (await readSyncMeta(local.database)).clientId,
    [],
  );
  if (clientId === undefined || device === null) return undefined;
  return removedRecords(device, clientId, personHere(session));
}
