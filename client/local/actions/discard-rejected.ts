import type { Local } from "../local.ts";
import type { RejectedEdit } from "../rows.ts";

/** Takes an edit the server refused out of the tray: a person has read it and lets it go. */
export const discardRejected = (local: Local, mutationId: string): Promise<void> =>
  local.database.rejected.delete(mutationId);

/** Puts one back that was thrown away by mistake: the tray held the only copy of it. */
export async function keepRejected({ database }: Local, edit: RejectedEdit): Promise<void> {
  await database.rejected.put(edit);
}
