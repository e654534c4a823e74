import { type Session, sessionSchema } from "../../shared/sync/wire.ts";

export const SESSION_KEY = "paintbox-session";

/**
 * Who was signed in on this tablet, so that the app starts signed in without a network. Nothing secret:
 * the cookie that the server trusts is not readable here.
 */
export function rememberedSession(storage: Storage = localStorage): Session | null {
  const text = storage.getItem(SESSION_KEY);
  if (text === null) return null;
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const rememberSession = (session: Session, storage: Storage = localStorage): void =>
  storage.setItem(SESSION_KEY, JSON.stringify(session));
