import type { Transaction } from "kysely";
import type { AnyFields } from "../../shared/estimate/record.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { publishedFields } from "../../shared/pricing/published-fields.ts";
import { livingRecords, nextRevision, putRecord, readRecord } from "./records.ts";
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

/**
 * A company's first book, or the release's newer example on top of an older one that nobody has published over.
 * A book that is there stays as it is: estimates keep the numbers they were made with.
 */
async function ensureExamplePriceBook(tx: Tx, companyId: string, now: number): Promise<void> {
  if ((await readRecord(tx, companyId, "priceBook", examplePriceBook.id)) !== undefined) return;
  const newest = await newestPriceBook(tx, companyId);
  if (newest !== null && !isUntouchedExample(newest)) return;
  const version = newest === null ? examplePriceBook.version : versionOf(newest) + 1;
  const byUs = { publishedBy: "", publishedAt: null, note: "" };
  const fields = publishedFields({ ...examplePriceBook, version }, byUs);
  const stamp = { rev: await nextRevision(tx), updatedBy: "paintbox", now };
  const record = { entity: "priceBook", id: examplePriceBook.id, fields, deleted: false } as const;
  await putRecord(tx, companyId, record, stamp);
}

async function newestPriceBook(tx: Tx, companyId: string): Promise<AnyFields | null> {
  const books = await livingRecords(tx, companyId, "priceBook");
  return (
    books
      .map(({ fields }) => fields)
      .toSorted((one, other) => versionOf(other) - versionOf(one))[0] ?? null
  );
}

const versionOf = (book: AnyFields): number => Number(book["version"]);

/** What a manager publishes bears a time, also if they left it an example. */
const isUntouchedExample = (book: AnyFields): boolean =>
  book["isExample"] === true && book["publishedAt"] === null;
