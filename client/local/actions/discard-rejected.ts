import type { Local } from "../local.ts";
import type { RejectedEdit } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";
import { saving } from "../saving.ts";

/** Takes an edit the server refused out of the tray: a person has read it and lets it go. */
export const discardRejected = (
  { database }: Local,
  mutationId: string,
): Promise<SaveResult<void>> =>
  saving(database, async () => {
    await database.rejected.delete(mutationId);
    return { ok: true, value: undefined };
  });

/** Puts one back that was thrown away by mistake: the tray held the only copy of it. */
export const keepRejected = ({ database }: Local, edit: RejectedEdit): Promise<SaveResult<void>> =>
  saving(database, async () => {
    await database.rejected.put(edit);
    return { ok: true, value: undefined };
  });
