import { afterEach, beforeEach, expect, test } from "vitest";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { parsePriceBook } from "../../shared/pricing/parse-price-book.ts";
import { ensureCompany, ensureKnownCompanies } from "./companies.ts";
import { recordsSince } from "./records.ts";
import { openStore, type Store } from "./store.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
});
afterEach(() => store.close());

const books = async (companyId: string) =>
  (await store.read((tx) => recordsSince(tx, companyId, 0, 10))).records;

test("a company that signs in first gets the example price book, whole and readable", async () => {
  await store.write((tx) => ensureCompany(tx, { id: "c1", name: "Brightside", now: 1 }));
  const [book] = await books("c1");
  expect(book).toMatchObject({ entity: "priceBook", id: examplePriceBook.id, rev: 1 });
  const parsed = parsePriceBook(String(book?.fields["document"]));
  expect(parsed).toEqual({ ok: true, value: examplePriceBook });
  expect(await books("c2")).toEqual([]);
});

test("signing in again and starting again change nothing but a new name", async () => {
  await store.write((tx) => ensureCompany(tx, { id: "c1", name: "Brightside", now: 1 }));
  await store.write((tx) => ensureCompany(tx, { id: "c1", name: "Brighterside", now: 2 }));
  await ensureKnownCompanies(store, 3);
  expect(await store.db.selectFrom("company").selectAll().execute()).toEqual([
    { id: "c1", name: "Brighterside" },
  ]);
  expect((await books("c1")).map((book) => book.rev)).toEqual([1]);
});

test("a start brings the book to companies that are known without one", async () => {
  await store.write((tx) =>
    tx.insertInto("company").values({ id: "c1", name: "Brightside" }).execute(),
  );
  await ensureKnownCompanies(store, 1);
  expect(await books("c1")).toHaveLength(1);
});
