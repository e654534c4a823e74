import { createHash } from "node:crypto";
import type { EscrowRequest } from "../../shared/session/devices.ts";
import type { Store } from "../store/store.ts";
import type { Family } from "./families.ts";

/** A week of work is some hundred KB; a price book that was drafted and not sent comes on top. */
export const MAX_ESCROW_BYTES = 32_000_000;

export type EscrowResult =
  | { readonly ok: true; readonly id: string; readonly edits: number }
  /** It is of somebody whom this company does not know. */
  | { readonly ok: false; readonly error: "forbidden" };

/**
 * Keeps unsent work of a tablet that is to be wiped. On disk when it resolves; the same content once more is the same
 * escrow.
 */
export function keepInEscrow(
  store: Store,
  family: Family,
  { userId, companyId, edits, content }: EscrowRequest,
  now: number,
): Promise<EscrowResult> {
  const id = createHash("sha256")
    .update(JSON.stringify([family.id, userId, content]))
    .digest("base64url");
  return store.write(async (tx): Promise<EscrowResult> => {
    const author = await tx
      .selectFrom("user")
      .select("id")
      .where("id", "=", userId)
      .where("company_id", "=", family.company_id)
      .executeTakeFirst();
    if (!author || companyId !== family.company_id) return { ok: false, error: "forbidden" };
    await tx
      .insertInto("escrow")
      .values({
        id,
        company_id: family.company_id,
        family_id: family.id,
        user_id: userId,
        edits,
        content,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return { ok: true, id, edits };
  });
}
