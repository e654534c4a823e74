import * as z from "zod/mini";
import { type Device, deviceAnswerSchema } from "../../shared/sync/device.ts";
import { type Session, sessionSchema } from "../../shared/sync/wire.ts";

/** What the server says about who we are; `unreachable` is the normal answer on a ladder. */
export type SessionAnswer =
  | {
      readonly kind: "signed-in";
      readonly session: Session;
      /** What the server knows of this browser; null from a server that does not say. */
      readonly device: Device | null;
    }
  | { readonly kind: "signed-out" }
  | {
      readonly kind: "unreachable";
      /** Who was here last by this tablet's own records; null also where nobody looked. */
      readonly kept: Session | null;
    };

/** A person who waits for a sign-in page gives up after about as long. */
const SESSION_TIMEOUT_MS = 10_000;

/** Asks the server who is signed in; never throws. Anything but a proper answer counts as unreachable. */
export async function askSession(
  get: typeof fetch,
  lookHere: () => Promise<Session | null>,
): Promise<SessionAnswer> {
  const answer = await askServer(get);
  if (answer !== "unreachable") return answer;
  return { kind: "unreachable", kept: await lookHere().catch(() => null) };
}

async function askServer(
  get: typeof fetch,
): Promise<Exclude<SessionAnswer, { kind: "unreachable" }> | "unreachable"> {
  try {
    const response = await get("/api/session", { signal: AbortSignal.timeout(SESSION_TIMEOUT_MS) });
    // 401: a session that would have had to show its key, and cannot.
    if (response.status === 204 || response.status === 401) return { kind: "signed-out" };
    const body: unknown = await response.json();
    const parsed = z.safeParse(sessionSchema, body);
    if (!response.ok || !parsed.success) return "unreachable";
    const device = z.safeParse(deviceAnswerSchema, body).data?.device ?? null;
    return { kind: "signed-in", session: parsed.data, device };
  } catch {
    return "unreachable";
  }
}

/**
 * Who is here after the server has been asked. Only a person who is signed in takes another's place: silence, and a
 * sign-in that has run out, take the tablet from nobody.
 */
export function sessionAfter(
  known: Session | null,
  answer: SessionAnswer | undefined,
): Session | null {
  if (answer?.kind === "unreachable") return known ?? answer.kept;
  if (answer?.kind !== "signed-in") return known;
  const isTheSame = JSON.stringify(known) === JSON.stringify(answer.session);
  // The same object for the same person: an answer that changes nothing draws nothing.
  return isTheSame ? known : answer.session;
}
