import type { Transaction } from "kysely";
import type { Database } from "./schema.ts";

type Tx = Transaction<Database>;

/** Makes a company known, or learns its new name. Call it when somebody of it signs in. */
export async function ensureCompany(
  tx: Tx,
  company: { readonly id: string; readonly name: string; readonly now: number },
): Promise<void> {
  await tx
    .insertInto("company")
    .values({ id: company.id, name: company.name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name: company.name }))
    .execute();
}
