import type { Transaction } from "kysely";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { nextRevision, putRecord, readRecord } from "./records.ts";
import type { Database } from "./schema.ts";
import type { Store } from "./store.ts";

type Tx = Transaction<Database>;

/**
 * Makes a company known, or learns its new name, and sees to it that it has a price book: nobody can
 * estimate without one. Call it when somebody of the company signs in.
 *
 * @param company.now Unix milliseconds.
 */
export async function ensureCompany(
  tx: Tx,
  company: { readonly id: string; readonly name: string; readonly now: number },
): Promise<void> {
  await tx
    .insertInto("company")
    .values({ id: company.id, name: company.name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name: company.name }))
    .execute();
  await ensureExamplePriceBook(tx, company.id, company.now);
}

/** At start: a release may bring an example price book that the companies of before do not have yet. */
export const ensureKnownCompanies = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    const companies = await tx.selectFrom("company").select("id").execute();
    for (const { id } of companies) await ensureExamplePriceBook(tx, id, now);
  });

/** A book that is there stays as it is, also a deleted one: estimates keep the numbers they were made with. */
async function ensureExamplePriceBook(tx: Tx, companyId: string, now: number): Promise<void> {
  const { id, name, isExample } = examplePriceBook;
  if ((await readRecord(tx, companyId, "priceBook", id)) !== undefined) return;
  const fields = { name: name.en, document: JSON.stringify(examplePriceBook), isExample };
  const stamp = { rev: await nextRevision(tx), updatedBy: "paintbox", now };
  await putRecord(tx, companyId, { entity: "priceBook", id, fields, deleted: false }, stamp);
}
