import type { Transaction } from "kysely";
import { LRUCache } from "lru-cache";
import { checkPriceBook, readPriceBook } from "../../shared/pricing/check-price-book.ts";
import { isMembers } from "../../shared/pricing/known-keys.ts";
import { MAX_DOCUMENT } from "../../shared/pricing/parse-price-book.ts";
import type { PriceBook } from "../../shared/pricing/price-book.ts";
import type { PriceBookFault } from "../../shared/pricing/price-book-fault.ts";
import { upgradePriceBook } from "../../shared/pricing/upgrade-price-book.ts";
import { byteBounded } from "../cache/byte-bounded.ts";
import { cacheHolder } from "../memory/cache-holders.ts";
import type { Sheddable } from "../memory/memory-watch.ts";
import { livingRevisions, type RecordRevision, readRecord } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import { contentHash } from "./content-hash.ts";
import { refusal, type Result } from "./refusal.ts";

/** A price book that prices can be made with. */
export interface ShelvedBook {
  readonly book: PriceBook;
  /** Of its document. */
  readonly hash: string;
}

/** What is known of a revision of a stored price book without reading it. */
interface Card {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

type Tx = Transaction<Database>;

/** Characters of the documents whose books are kept: some forty complete ones. */
const MAX_CHARACTERS = 4_000_000;
const MAX_CARDS = 10_000;

/** Reads price books, each document once while it is in use. */
export class BookShelf {
  readonly #books = byteBounded<ShelvedBook>(MAX_CHARACTERS);
  /** Of the revisions of stored books. */
  readonly #cards = new LRUCache<string, Card>({ max: MAX_CARDS });

  /** The books, to be given back when memory is short; the cards are small. */
  readonly holder: Sheddable = cacheHolder("calculations.books", this.#books);

  /** A price book that came by value. */
  byValue(value: unknown): Result<ShelvedBook> {
    const text = jsonText(value);
    // Nested as deeply as no price book is: refused without being kept.
    if (text === null) return readDocument(value, "");
    const hash = contentHash(text);
    return this.#known(hash) ?? this.#shelve(readDocument(value, hash), text);
  }

  /** @param id of one of the company's price books, or null for its current one: the one of the highest version. */
  async stored(tx: Tx, companyId: string, id: string | null): Promise<Result<ShelvedBook>> {
    let current: Card | null = null;
    for (const revision of await livingRevisions(tx, companyId, "priceBook", id)) {
      const card = await this.#cardOf(tx, companyId, revision);
      if (current === null || card.version > current.version) current = card;
    }
    if (current === null) return refusal({ code: "price_book_unknown", id });
    const known = this.#known(current.hash);
    if (known !== null) return known;
    const text = await documentOf(tx, companyId, current.id);
    const value = jsonValue(text);
    return value === undefined
      ? refused(fault("not_json"))
      : this.#shelve(readDocument(value, current.hash), text);
  }

  async #cardOf(tx: Tx, companyId: string, { id, rev }: RecordRevision): Promise<Card> {
    const key = `${companyId} ${id} ${rev}`;
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const record = await readRecord(tx, companyId, "priceBook", id);
    const version = Number(record?.fields["version"]);
    const card = { id, version, hash: contentHash(String(record?.fields["document"])) };
    this.#cards.set(key, card);
    return card;
  }

  #known(hash: string): Result<ShelvedBook> | null {
    const value = this.#books.get(hash);
    return value === undefined ? null : { ok: true, value };
  }

  #shelve(read: Result<ShelvedBook>, { length }: string): Result<ShelvedBook> {
    if (length > MAX_DOCUMENT) {
      return refused(fault("too_large", String(length), String(MAX_DOCUMENT)));
    }
    if (read.ok) this.#books.set(read.value.hash, read.value, { size: length });
    return read;
  }
}

async function documentOf(tx: Tx, companyId: string, id: string): Promise<string> {
  const record = await readRecord(tx, companyId, "priceBook", id);
  return String(record?.fields["document"]);
}

/** Also of a format before: it comes back as today's, with the same prices. */
function readDocument(value: unknown, hash: string): Result<ShelvedBook> {
  const document = isMembers(value) && value["format"] === 1 ? upgradePriceBook(value) : value;
  const read = readPriceBook(document);
  if (read.ok) return { ok: true, value: { book: read.value, hash } };
  return refused(...checkPriceBook(document));
}

const refused = (...faults: readonly PriceBookFault[]) =>
  refusal({ code: "price_book_invalid", faults });

const fault = (code: "not_json" | "too_large", found = "", expected = ""): PriceBookFault => ({
  code,
  path: "",
  entry: null,
  found,
  expected,
});

/** @returns null for what is nested too deeply to be written. */
function jsonText(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
