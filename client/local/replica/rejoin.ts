import type { Local } from "../local.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { forkClient } from "./fork.ts";

/**
 * The server refused a batch because our numbers do not continue its own: go on as a new client, unless
 * another tab has done so already.
 *
 * @param serverLost the server misses edits it once confirmed (a gap): they are sent again as well.
 */
export const rejoin = (
  { database, newId }: Local,
  clientId: string,
  serverLost: boolean,
): Promise<void> =>
  database.transaction("rw", database.tables, async () => {
    const meta = await readSyncMeta(database);
    if (meta.clientId === clientId) await forkClient(database, newId, serverLost);
  });
