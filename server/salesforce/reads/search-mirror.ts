import type { Transaction } from "kysely";
import { withLaterFields } from "../../../shared/estimate/later-fields.ts";
import { type AnyFields, asRecordOf } from "../../../shared/estimate/record.ts";
import type { AccountRow } from "../../../shared/salesforce/reads.ts";
import { fold, wordsOf } from "../../../shared/text/folded-words.ts";
import { readRecords } from "../../store/records.ts";
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
export function searchMirror(
  store: Store,
  companyId: string,
  text: string,
): Promise<readonly AccountRow[]> {
  const words = wordsOf(text);
  return store.read(async (tx) => {
    const found = new Map<string, AccountRow>();
    let after = { entity: "", id: "" };
    for (let batch = 0; batch < MOST_BATCHES && words.length > 0; batch += 1) {
      const rows = await candidates(tx, companyId, words, after);
      const fitting = rows
        .map(({ entity, id, fields }) => ({ entity, id, fields: parsed(fields) }))
        .filter(({ fields }) => hasEvery(words, fields));
      for (const account of await accountsOf(tx, companyId, fitting)) {
        found.set(account.id, account);
        if (found.size === MOST_FOUND) return [...found.values()];
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last;
    }
    return [...found.values()];
  });
}

const parsed = (text: string): AnyFields => JSON.parse(text);

const candidates = (
  tx: Transaction<Database>,
  companyId: string,
  words: readonly string[],
  after: { readonly entity: string; readonly id: string },
) =>
  tx
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

interface Fitting {
  readonly entity: string;
  readonly id: string;
  readonly fields: AnyFields;
}

/** The accounts that records lead to, in their order; customers who are not in Salesforce are left out. */
async function accountsOf(
  tx: Transaction<Database>,
  companyId: string,
  fitting: readonly Fitting[],
): Promise<readonly AccountRow[]> {
  const isCustomer = ({ entity }: Fitting): boolean => entity === "customer";
  const customerOf = (one: Fitting): string =>
    isCustomer(one) ? one.id : String(one.fields["customerId"]);
  const known = new Map<string, AnyFields>(
    fitting.filter(isCustomer).map(({ id, fields }) => [id, withLaterFields("customer", fields)]),
  );
  const others = new Set(fitting.map(customerOf).filter((id) => !known.has(id)));
  for (const record of await readRecords(tx, companyId, "customer", [...others]))
    if (!record.deleted) known.set(record.id, record.fields);
  return fitting.flatMap((one) => {
    const id = customerOf(one);
    const fields = known.get(id);
    const customer = fields && asRecordOf("customer", id, fields);
    const accountId = customer?.salesforceAccountId ?? null;
    return customer && accountId !== null ? [accountRow(customer, accountId)] : [];
  });
}
