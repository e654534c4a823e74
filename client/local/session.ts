import { type Session, sessionSchema } from "../../shared/sync/wire.ts";
import { dropSession } from "./kept-session.ts";
import type { Local } from "./local.ts";
import { waitingEdits } from "./queries/waiting.ts";

const KEY = "paintbox-session";

/**
 * Who was signed in on this tablet, so that the app starts signed in without a network. Nothing secret:
 * the cookie that the server trusts is not readable here.
 */
export function rememberedSession(storage: Storage = localStorage): Session | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const rememberSession = (session: Session, storage: Storage = localStorage): void =>
  storage.setItem(KEY, JSON.stringify(session));

export type ForgetResult =
  | { readonly ok: true }
  /** Edits wait for the server, and only this user can send them: signing out would strand them. */
  | { readonly ok: false; readonly error: { readonly code: "unsent"; readonly waiting: number } };

/**
 * Signs out on this tablet, unless work would be stranded by it. The records stay where they are.
 *
 * @param rescued ids of edits that are in a rescue file, which the person has: those may wait here.
 */
export async function forgetSession(
  local: Local,
  storage: Storage = localStorage,
  rescued: ReadonlySet<string> = new Set(),
): Promise<ForgetResult> {
  const waiting = (await waitingEdits(local)).filter((id) => !rescued.has(id)).length;
  if (waiting > 0) return { ok: false, error: { code: "unsent", waiting } };
  await dropSession(local.database);
  storage.removeItem(KEY);
  return { ok: true };
}
