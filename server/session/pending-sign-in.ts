import type { Store } from "../store/store.ts";
import { SIGN_IN_LIFETIME_MS } from "./cookies.ts";

/** What we remember between our redirect to the identity provider and its answer. */
export interface PendingSignIn {
  /** Also the value of the browser's cookie: only the browser that set out may come back with it. */
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

export async function rememberSignIn(
  store: Store,
  pending: PendingSignIn,
  now: number,
): Promise<void> {
  const { state, nonce, codeVerifier, returnTo } = pending;
  await store.write(async (tx) => {
    await tx
      .deleteFrom("sign_in")
      .where("created_at", "<=", now - SIGN_IN_LIFETIME_MS)
      .execute();
    await tx
      .insertInto("sign_in")
      .values({
        state,
        nonce,
        code_verifier: codeVerifier,
        return_to: returnTo,
        created_at: now,
      })
      .execute();
  });
}

/** Takes a sign-in out: it answers once, and not when it is too old. */
export async function takeSignIn(
  store: Store,
  state: string,
  now: number,
): Promise<PendingSignIn | null> {
  const row = await store.write((tx) =>
    tx.deleteFrom("sign_in").where("state", "=", state).returningAll().executeTakeFirst(),
  );
  if (!row || row.created_at <= now - SIGN_IN_LIFETIME_MS) return null;
  return {
    state: row.state,
    nonce: row.nonce,
    codeVerifier: row.code_verifier,
    returnTo: row.return_to,
  };
}
