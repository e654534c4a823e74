import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { Database } from "../store/schema.ts";

const leaseSchema = z.object({ holder: z.string(), until: z.number() });

/**
 * Takes a turn at work that one process at a time should do, or keeps it. Only in a `Store.write`, which no other process
 * overlaps.
 *
 * @param name of the work.
 * @returns false while another process has it.
 */
export async function takeLease(
  tx: Transaction<Database>,
  { companyId, name, holder }: { companyId: string; name: string; holder: string },
  now: number,
  leaseMs: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom("checkpoint")
    .select("value")
    .where("company_id", "=", companyId)
    .where("name", "=", name)
    .executeTakeFirst();
  const held = row && z.safeParse(leaseSchema, JSON.parse(row.value));
  if (held?.success === true && held.data.holder !== holder && held.data.until > now) return false;
  const value = JSON.stringify({ holder, until: now + leaseMs });
  await tx
    .insertInto("checkpoint")
    .values({ company_id: companyId, name, value })
    .onConflict((conflict) => conflict.columns(["company_id", "name"]).doUpdateSet({ value }))
    .execute();
  return true;
}
