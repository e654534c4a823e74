import { randomBytes, randomUUID } from "node:crypto";
import {
  type Pairing,
  PAIRING_CODE_LENGTH,
  PAIRING_LIFETIME_MS,
  pairingCodeOf,
} from "../../shared/session/pairing.ts";
import { writeAudit } from "../audit/audit.ts";
import type { Store } from "../store/store.ts";
import { type Family, findFamilyById, type Place, startFamily } from "./families.ts";
import { hashOf } from "./secrets.ts";

/** A day after it was made nobody looks at it any more. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Makes a code by which one other device becomes this person's. */
export async function beginPairing(store: Store, family: Family, now: number): Promise<Pairing> {
  const id = randomUUID();
  const code = pairingCodeOf(randomBytes(PAIRING_CODE_LENGTH));
  const expiresAt = now + PAIRING_LIFETIME_MS;
  await store.write(async (tx) => {
    await tx
      .deleteFrom("pairing")
      .where("created_at", "<", now - FORGOTTEN_AFTER_MS)
      .execute();
    await tx
      .insertInto("pairing")
      .values({
        id,
        code_hash: hashOf(code),
        family_id: family.id,
        created_at: now,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute();
  });
  return { id, code, expiresAt, leftMs: PAIRING_LIFETIME_MS };
}

/** How a code of this session stands; null when it has none of that id. */
export async function pairingState(
  store: Store,
  familyId: string,
  id: string,
  now: number,
): Promise<"waiting" | "used" | "expired" | null> {
  const pairing = await store.db
    .selectFrom("pairing")
    .select(["used_at", "expires_at"])
    .where("id", "=", id)
    .where("family_id", "=", familyId)
    .executeTakeFirst();
  if (!pairing) return null;
  if (pairing.used_at !== null) return "used";
  return pairing.expires_at > now ? "waiting" : "expired";
}

/** Whose device one becomes with this code, without using it up; null for a code that is wrong, used or over. */
export async function lookUpPairing(
  store: Store,
  code: string,
  now: number,
): Promise<Family | null> {
  const pairing = await store.db
    .selectFrom("pairing")
    .select("family_id")
    .where("code_hash", "=", hashOf(code))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return pairing ? whoShows(store.db, pairing.family_id, now) : null;
}

/**
 * Uses a code: begins a session on this device, in the name of whoever shows the code. It ends with the sign-in that it
 * comes from: pairing is no way around Salesforce.
 *
 * @returns the text for the cookie, or null.
 */
export function spendPairing(
  store: Store,
  code: string,
  place: Place,
  now: number,
): Promise<string | null> {
  return store.write(async (tx) => {
    const used = await tx
      .updateTable("pairing")
      .set({ used_at: now })
      .where("code_hash", "=", hashOf(code))
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .returning("family_id")
      .executeTakeFirst();
    const shower = used ? await whoShows(tx, used.family_id, now) : null;
    if (!shower) return null;
    const person = { companyId: shower.company_id, userId: shower.user_id };
    const { id, cookie } = await startFamily(tx, person, place, now, shower.ends_at);
    const by = { ...person, action: "pairing.used", subject: id, at: now } as const;
    await writeAudit(tx, { ...by, detail: { shownBy: shower.id } });
    return cookie;
  });
}

/** Nobody joins a session that is over, or about to be wiped, or of somebody who has left. */
async function whoShows(
  db: Parameters<typeof findFamilyById>[0],
  familyId: string,
  now: number,
): Promise<Family | null> {
  const family = await findFamilyById(db, familyId, now);
  return family?.isActive && family.wipe_asked_at === null ? family : null;
}
