import type { Local } from "../local.ts";

/** Takes an edit the server refused out of the tray: a person has read it and lets it go. */
export const discardRejected = (local: Local, mutationId: string): Promise<void> =>
  local.database.rejected.delete(mutationId);
