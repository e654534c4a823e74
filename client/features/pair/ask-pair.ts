import * as z from "zod/mini";
import { pairLookSchema } from "../../../shared/session/pairing.ts";

const TIMEOUT_MS = 10_000;

/** `wrong`: nothing is known by this code, or not any more. `unreachable`: nobody answered who would know. */
export type PairAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: "wrong" | "unreachable" };

async function post(path: string, code: string): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return null;
  }
}

const failed = (
  answer: Response | null,
): { readonly ok: false; readonly error: "wrong" | "unreachable" } => ({
  ok: false,
  error: answer && (answer.status === 404 || answer.status === 400) ? "wrong" : "unreachable",
});

/** Whose tablet this one becomes with a code; uses nothing up. */
export async function lookUpCode(
  code: string,
): Promise<PairAnswer<z.infer<typeof pairLookSchema>>> {
  const answer = await post("/api/session/pair/look", code);
  if (!answer?.ok) return failed(answer);
  const read = z.safeParse(pairLookSchema, await answer.json());
  return read.success ? { ok: true, value: read.data } : { ok: false, error: "unreachable" };
}

/** Signs in here in the name of whoever shows the code. */
export async function spendCode(code: string): Promise<PairAnswer<null>> {
  const answer = await post("/api/session/pair", code);
  return answer?.ok ? { ok: true, value: null } : failed(answer);
}
