import type { Transaction } from "kysely";
import type { Log } from "../observe/log.ts";
import type { Database } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import {
  confirmSecret,
  endFamilies,
  type Family,
  findFamily,
  replaceSecret,
  successorCookie,
} from "./families.ts";
import { type Proof, PROOF_TOLERANCE_MS } from "./proof.ts";
import { isDue, SHORTEST_LIFE_MS, standingOf } from "./rotation.ts";
import { spendProof } from "./seen-proofs.ts";
import { type CookieSecret, hashOf } from "./secrets.ts";

type Tx = Transaction<Database>;

export type RefreshResult =
  | {
      readonly ok: true;
      readonly family: Family;
      /** The text for the cookie, when it changes. */
      readonly cookie: string | null;
    }
  /** `proof_needed`: with the session's id and the server's time the tablet makes one that is accepted. */
  | { readonly ok: false; readonly error: "signed_out" }
  | { readonly ok: false; readonly error: "proof_needed"; readonly sessionId: string };

const signedOut: RefreshResult = { ok: false, error: "signed_out" };

export interface RefreshOptions {
  readonly store: Store;
  readonly log: Log;
  readonly now: number;
  /** Unsent edits on the tablet, for the list of devices. */
  readonly waiting: number | null;
}

/**
 * Refreshes a session: the tablet shows its key (the first time it registers it) and gets the next secret. Whoever holds
 * the key is the tablet, whichever of the session's secrets its browser still has; whoever shows a spent secret without
 * the key holds a copy, and the session ends.
 */
export function refreshSession(
  { store, log, now, waiting }: RefreshOptions,
  shown: CookieSecret,
  proof: Proof | null,
): Promise<RefreshResult> {
  return store.write(async (tx): Promise<RefreshResult> => {
    const family = await findFamily(tx, shown, now);
    if (!family) return signedOut;
    const secretStands = standingOf(family, hashOf(shown.secret), now);
    const keyStands = await keyStanding(tx, family, proof, now);
    if (keyStands === "unproven" && secretStands !== "spent")
      return { ok: false, error: "proof_needed", sessionId: family.id };
    if (keyStands === "another" && secretStands !== "spent") {
      // A browser that has removed the key, or a copy of a fresh cookie: either signs in again.
      log.info("session.another-key", { session: family.id, user: family.user_id });
      return signedOut;
    }
    if (secretStands === "spent" && keyStands !== "proven") {
      if (keyStands === "unproven" && proof !== null)
        return { ok: false, error: "proof_needed", sessionId: family.id };
      await endFamilies(tx, { id: family.id }, "reuse", now);
      log.error("session.reuse", { session: family.id, user: family.user_id });
      return signedOut;
    }
    await tx
      .updateTable("session_family")
      .set({
        seen_at: now,
        ...(waiting !== null && { waiting }),
        ...(keyStands === "registers" && { key_thumbprint: proof?.thumbprint ?? null }),
        ...(family.wipe_asked_at !== null &&
          family.wipe_heard_at === null && { wipe_heard_at: now }),
      })
      .where("id", "=", family.id)
      .execute();
    const cookie = await nextCookie(tx, family, shown, now);
    return { ok: true, family: (await findFamily(tx, shown, now)) ?? family, cookie };
  });
}

/**
 * - `proven`: this session's key has made the proof, now and for the first time. - `registers`: the session has none yet.
 * - `unproven`: no proof, an old one, or one for another session. - `another`: of a key that is not this session's.
 * - `none`: neither has one: a browser without crypto.
 */
type KeyStanding = "proven" | "registers" | "unproven" | "another" | "none";

async function keyStanding(
  tx: Tx,
  { id, key_thumbprint: thumbprint }: Family,
  proof: Proof | null,
  now: number,
): Promise<KeyStanding> {
  if (proof === null) return thumbprint === null ? "none" : "unproven";
  if (thumbprint !== null && proof.thumbprint !== thumbprint) return "another";
  const isTimely = Math.abs(now - proof.madeAt) <= PROOF_TOLERANCE_MS;
  const isForThis = proof.sessionId === id || (thumbprint === null && proof.sessionId === null);
  if (!isTimely || !isForThis || !(await spendProof(tx, id, proof.id, now))) return "unproven";
  return thumbprint === null ? "registers" : "proven";
}

async function nextCookie(
  tx: Tx,
  family: Family,
  shown: CookieSecret,
  now: number,
): Promise<string | null> {
  const hash = hashOf(shown.secret);
  const isOld = isDue(family, now, SHORTEST_LIFE_MS);
  if (hash === family.previous_hash && !isOld) return successorCookie(family, shown.secret);
  // A successor whose answer was lost an hour ago is overdue itself: whoever has the key gets one from now on.
  if (hash !== family.secret_hash || isOld) return replaceSecret(tx, family, shown.secret, now);
  if (family.confirmed_at === null) await confirmSecret(tx, family, now);
  return null;
}
