import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { parsePriceBook } from "../../shared/pricing/parse-price-book.ts";
import { firstPriceBook } from "../../shared/sync/testing/schema-1.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import { ensureCompany, ensureKnownCompanies } from "./companies.ts";
import { nextRevision, putRecord, recordsSince } from "./records.ts";
import type { Store } from "./store.ts";
import { quickKinds } from "./testing/store-kinds.ts";

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
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

  describe("a release with a newer example", () => {
    const OLD = "example-2026-11";
    const have = (id: string, fields: AnyFields): Promise<void> =>
      store.write(async (tx) => {
        const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: 1 };
        await putRecord(tx, "c1", { entity: "priceBook", id, fields, deleted: false }, stamp);
      });
    const published = { version: 2, publishedBy: "Pat", publishedAt: "2026-06-01T15:00:00.000Z" };
    beforeEach(async () => {
      await store.write((tx) =>
        tx.insertInto("company").values({ id: "c1", name: "Brightside" }).execute(),
      );
      await have(OLD, firstPriceBook);
    });

    test("puts it on top of an example that nobody has touched, once, and keeps the old one", async () => {
      await ensureKnownCompanies(store, 2);
      await ensureKnownCompanies(store, 3);
      const [old, example, ...more] = await books("c1");
      expect(more).toEqual([]);
      expect(old).toMatchObject({ id: OLD, fields: { ...firstPriceBook, version: 1 }, rev: 1 });
      expect(example).toMatchObject({
        id: examplePriceBook.id,
        fields: { version: 2, publishedAt: null },
      });
      const document = JSON.parse(String(example?.fields["document"]));
      expect(document).toEqual({ ...examplePriceBook, version: 2 });
    });

    test.each<[string, AnyFields]>([
      ["their own", { ...firstPriceBook, ...published, isExample: false, note: "" }],
      ["an example that they have published", { ...firstPriceBook, ...published, note: "" }],
    ])("leaves a company alone whose newest book is %s", async (_what, fields) => {
      await have("01a2", fields);
      await ensureKnownCompanies(store, 2);
      await store.write((tx) => ensureCompany(tx, { id: "c1", name: "Brightside", now: 3 }));
      expect((await books("c1")).map(({ id }) => id)).toEqual([OLD, "01a2"]);
    });

    test("looks at the highest version, not at the last that was written", async () => {
      await have("01a2", { ...firstPriceBook, ...published, isExample: false, note: "" });
      await have("zzz", {
        ...firstPriceBook,
        version: 1,
        publishedBy: "",
        publishedAt: null,
        note: "",
      });
      await ensureKnownCompanies(store, 2);
      expect(await books("c1")).toHaveLength(3);
    });
  });
});
