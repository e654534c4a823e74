import { dropSession } from "./kept-session.ts";
import type { Local } from "./local.ts";
import { countPhotos } from "./photos/waiting-photos.ts";
import { waitingEdits } from "./queries/waiting.ts";
import { SESSION_KEY } from "./session.ts";

export type ForgetResult =
  | { readonly ok: true }
  /** Edits or photos wait for the server, and only this user can send them: signing out would strand them. */
  | { readonly ok: false; readonly error: { readonly code: "unsent"; readonly waiting: number } };

/**
 * Signs out on this tablet, unless work would be stranded by it. The records stay where they are.
 *
 * @param rescued ids of edits that are in a rescue file, which the person has: those may wait here. Photos are in no
 *   such file: they are sent or removed first.
 */
export async function forgetSession(
  local: Local,
  storage: Storage = localStorage,
  rescued: ReadonlySet<string> = new Set(),
): Promise<ForgetResult> {
  const edits = (await waitingEdits(local)).filter((id) => !rescued.has(id)).length;
  const waiting = edits + (await countPhotos(local)).all;
  if (waiting > 0) return { ok: false, error: { code: "unsent", waiting } };
  await dropSession(local.database);
  storage.removeItem(SESSION_KEY);
  return { ok: true };
}
