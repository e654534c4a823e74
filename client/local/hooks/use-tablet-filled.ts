import { useLiveQuery } from "dexie-react-hooks";
import { useLocal } from "../local-context.tsx";
import { readSyncMeta } from "../sync-meta.ts";

/** Whether the server's records have ever reached this tablet: without them there is nobody to estimate for. */
export function useTabletFilled(): boolean | undefined {
  const { database } = useLocal();
  return useLiveQuery(async () => (await readSyncMeta(database)).epoch !== null, [database]);
}
