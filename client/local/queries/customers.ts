import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { Row } from "../rows.ts";
import { wordsOf } from "../../../shared/text/folded-words.ts";

export interface CustomerMatch {
  readonly customer: RecordOf<"customer">;
  readonly contacts: readonly RecordOf<"contact">[];
  /** Open Opportunities that a new estimate can be made for. */
  readonly opportunities: readonly RecordOf<"opportunity">[];
}

/** Rows read for ranking, at the most: a single letter among ten thousand customers matches a third of them. */
const MAX_CANDIDATES = 200;

/**
 * Customers whose every searched word begins a word of their name, street or city, a part of their phone
 * number, or a name or number of one of their contacts. Names that begin with the text come first, then
 * names that contain its words, then the rest; each in alphabetical order.
 */
export async function searchCustomers(
  { database }: Local,
  text: string,
  limit: number,
): Promise<readonly CustomerMatch[]> {
  const tokens = searchTokens(text);
  const customers =
    tokens.length === 0
      ? await database.customer.orderBy("nameKey").limit(limit).toArray()
      : await ranked(database, tokens, limit);
  return withRelated(database, customers);
}

/** One customer with contacts and opportunities, or null when it is not here. */
export async function readCustomer({ database }: Local, id: string): Promise<CustomerMatch | null> {
  const customer = await database.customer.get(id);
  if (!customer) return null;
  return (await withRelated(database, [customer]))[0] ?? null;
}

/** Words of a search; numbers next to each other are one phone number: `555-01 42` is `5550142`. */
export function searchTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const word of wordsOf(text.replace(/^\s*\+1/u, ""))) {
    const last = tokens.at(-1);
    if (last !== undefined && isNumber(last) && isNumber(word))
      tokens[tokens.length - 1] = last + word;
    else tokens.push(word);
  }
  return tokens;
}

const isNumber = (word: string): boolean => /^\d+$/u.test(word);

async function ranked(
  database: PaintboxDatabase,
  tokens: readonly string[],
  limit: number,
): Promise<readonly Row<"customer">[]> {
  const phrase = tokens.join(" ");
  const [byName, ids] = await Promise.all([
    database.customer.where("nameKey").startsWith(phrase).limit(limit).toArray(),
    matchingIds(database, tokens),
  ]);
  if (byName.length === limit) return byName;
  const first = new Set(byName.map(({ id }) => id));
  const others = ids.filter((id) => !first.has(id)).slice(0, MAX_CANDIDATES);
  const rows = (await database.customer.bulkGet(others)).filter((row) => row !== undefined);
  const inName = (row: Row<"customer">): boolean => {
    const words = wordsOf(row.name);
    return tokens.every((token) => words.some((word) => word.startsWith(token)));
  };
  const { named = [], rest = [] } = Object.groupBy(rows, (row) => (inName(row) ? "named" : "rest"));
  return [...byName, ...alphabetical(named), ...alphabetical(rest)].slice(0, limit);
}

const alphabetical = (rows: readonly Row<"customer">[]): readonly Row<"customer">[] =>
  rows.toSorted((one, other) => (one.nameKey ?? "").localeCompare(other.nameKey ?? ""));

/** The customers that all words lead to; each word may lead there through another contact. */
async function matchingIds(
  database: PaintboxDatabase,
  tokens: readonly string[],
): Promise<readonly string[]> {
  const sets = await Promise.all(tokens.map((token) => idsFor(database, token)));
  const [smallest = new Set<string>(), ...others] = sets.toSorted((a, b) => a.size - b.size);
  return [...smallest].filter((id) => others.every((set) => set.has(id)));
}

async function idsFor(database: PaintboxDatabase, token: string): Promise<ReadonlySet<string>> {
  const [ids, contacts] = await Promise.all([
    database.customer.where("words").startsWith(token).primaryKeys(),
    database.contact.where("words").startsWith(token).toArray(),
  ]);
  return new Set([...ids, ...contacts.map(({ customerId }) => customerId)]);
}

async function withRelated(
  database: PaintboxDatabase,
  customers: readonly Row<"customer">[],
): Promise<readonly CustomerMatch[]> {
  const ids = customers.map(({ id }) => id);
  const [contacts, opportunities] = await Promise.all([
    database.contact.where("customerId").anyOf(ids).toArray(),
    database.opportunity.where("customerId").anyOf(ids).toArray(),
  ]);
  const contactsOf = Map.groupBy(contacts, ({ customerId }) => customerId);
  const opportunitiesOf = Map.groupBy(opportunities, ({ customerId }) => customerId);
  return customers.map((customer) => ({
    customer,
    contacts: contactsOf.get(customer.id) ?? [],
    opportunities: opportunitiesOf.get(customer.id) ?? [],
  }));
}
