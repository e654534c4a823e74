import type { Kysely } from "kysely";
import { type AnyFields, asRecordOf } from "../../../shared/estimate/record.ts";
import type { AccountRow } from "../../../shared/salesforce/reads.ts";
import { fold, wordsOf } from "../../../shared/text/folded-words.ts";
import { readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { accountRow } from "./mirror-reads.ts";

/** Customers of an answer: a screen of a tablet or two. */
export const MOST_FOUND = 25;
/** Rows that are looked at in one go, and goes at the most: a word of one letter fits everything. */
const BATCH = 500;
const MOST_BATCHES = 10;
/** So many digits are a telephone number, or the end of one, however it is written. */
const PHONE_DIGITS = 4;

/** Where the words of a search may stand; a contact or a sale leads to its customer. */
const searched = ["customer", "contact", "opportunity"];
const TEXTS = ["name", "street", "city", "postalCode", "email", "phone"];

/**
 * The customers who are in Salesforce and whose name, street, place, e-mail address or telephone number has every word
 * of the search, or those of one of their contacts or sales; parts of words count, accents do not.
 */
export async function searchMirror(
  store: Store,
  companyId: string,
  text: string,
): Promise<readonly AccountRow[]> {
  const words = wordsOf(text);
  const found = new Map<string, AccountRow>();
  let after = { entity: "", id: "" };
  for (let batch = 0; batch < MOST_BATCHES && words.length > 0; batch += 1) {
    const rows = await candidates(store.db, companyId, words, after);
    for (const { entity, id, fields } of rows) {
      const said: AnyFields = JSON.parse(fields);
      if (!hasEvery(words, said)) continue;
      const customerId = entity === "customer" ? id : String(said["customerId"]);
      const account = await accountOf(store, companyId, customerId);
      if (account) found.set(account.id, account);
      if (found.size === MOST_FOUND) return [...found.values()];
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last;
  }
  return [...found.values()];
}

const candidates = (
  db: Kysely<Database>,
  companyId: string,
  words: readonly string[],
  after: { readonly entity: string; readonly id: string },
) =>
  db
    .selectFrom("record")
    .select(["entity", "id", "fields"])
    .where("company_id", "=", companyId)
    .where("entity", "in", searched)
    .where("deleted", "=", 0)
    .where((is) =>
      is.or([
        is("entity", ">", after.entity),
        is.and([is("entity", "=", after.entity), is("id", ">", after.id)]),
      ]),
    )
    .where((is) =>
      is.and(words.map((word) => is(is.fn<string>("lower", ["fields"]), "like", roughly(word)))),
    )
    .orderBy("entity")
    .orderBy("id")
    .limit(BATCH)
    .execute();

/** Letters that may carry an accent; the database's own folding knows none. */
const ACCENTED = /[^0-9bdfghjkmpqvwx]/g;

/** A pattern that lets through whatever could have the word; what it lets through is looked at again. */
const roughly = (word: string): string =>
  isDigits(word) ? `%${word.split("").join("%")}%` : `%${word.replaceAll(ACCENTED, "_")}%`;

const isDigits = (word: string): boolean => /^\d+$/.test(word);

function hasEvery(words: readonly string[], fields: AnyFields): boolean {
  const text = fold(TEXTS.map((name) => fields[name] ?? "").join(" "));
  const phone = String(fields["phone"] ?? "").replaceAll(/\D/g, "");
  return words.every(
    (word) =>
      text.includes(word) ||
      (isDigits(word) && word.length >= PHONE_DIGITS && phone.includes(word)),
  );
}

async function accountOf(
  store: Store,
  companyId: string,
  customerId: string,
): Promise<AccountRow | null> {
  const record = await store.read((tx) => readRecord(tx, companyId, "customer", customerId));
  const customer =
    record && !record.deleted ? asRecordOf("customer", record.id, record.fields) : null;
  const accountId = customer?.salesforceAccountId ?? null;
  return customer && accountId !== null ? accountRow(customer, accountId) : null;
}
