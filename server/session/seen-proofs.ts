import type { Transaction } from "kysely";
import type { Database } from "../store/schema.ts";
import { PROOF_TOLERANCE_MS } from "./proof.ts";

/**
 * Notes a proof as used. It is remembered for as long as its time would be accepted.
 *
 * @returns false when it was used before.
 */
export async function spendProof(
  tx: Transaction<Database>,
  familyId: string,
  proofId: string,
  now: number,
): Promise<boolean> {
  await tx.deleteFrom("seen_proof").where("expires_at", "<=", now).execute();
  const noted = await tx
    .insertInto("seen_proof")
    .values({ id: `${familyId} ${proofId}`, expires_at: now + 2 * PROOF_TOLERANCE_MS })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return noted !== undefined;
}
