import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { readSyncMeta } from "../sync-meta.ts";

/** Whether the server's records have ever reached this tablet: without them there is nobody to estimate for. */
export function useTabletFilled(): boolean | undefined {
  const local = useLocal();
  return useLiveQuery(local, async () => (await readSyncMeta(local.database)).epoch !== null, []);
}
