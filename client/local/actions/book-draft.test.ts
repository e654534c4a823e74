import { expect, test } from "vitest";
import { changesBetween } from "../../../shared/pricing/edit/apply-changes.ts";
import { withValueAt } from "../../../shared/pricing/edit/json.ts";
import { publishedBook } from "../../../shared/pricing/edit/published-book.ts";
import { readDraft } from "../../../shared/pricing/edit/read-draft.ts";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { publishedFields } from "../../../shared/pricing/published-fields.ts";
import { writeState } from "../database.ts";
import type { Local } from "../local.ts";
import { readBookDraft } from "../queries/book-draft.ts";
import { listBookVersions } from "../queries/book-versions.ts";
import { readHistory } from "../queries/history.ts";
import { readPriceBook } from "../queries/price-books.ts";
import { valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { discardBook, editBook, replaceDraft } from "./book-draft.ts";
import { publishBook } from "./publish-book.ts";
import { redo, undo } from "./undo.ts";

const RATE = "labour.byCoats.1.value";
const ana = { startedBy: "Ana" };

const receive = (local: Local, book: PriceBook): Promise<void> =>
  writeState(
    local.database,
    { entity: "priceBook", id: book.id },
    {
      fields: publishedFields(book, { publishedBy: "", publishedAt: null, note: "" }),
      deleted: false,
    },
  );

async function start(): Promise<Local> {
  const local = await createTablet().open();
  await receive(local, examplePriceBook);
  return local;
}

const setWalls = async (local: Local, rate: string, gesture?: string): Promise<string> =>
  valueOf(
    await editBook(
      local,
      (current) => {
        const walls = withValueAt(current("substrates/walls"), RATE, rate);
        return [{ path: "substrates/walls", value: JSON.stringify(walls) }];
      },
      { ...ana, gesture },
    ),
  );

const rateOf = (book: PriceBook | null | undefined): string | undefined => {
  const walls = book?.substrates.find(({ key }) => key === "walls");
  const rate = walls?.labour.byCoats[1];
  return rate && "value" in rate ? rate.value : undefined;
};
const draftBook = async (local: Local) => {
  const draft = await readBookDraft(local);
  return draft && readDraft(draft.base, draft.changes).book;
};
/** What a manager publishes who has looked at everything. */
const seenNow = async (local: Local, version: number) => ({
  book: (await draftBook(local)) ?? examplePriceBook,
  version,
  draft: await readBookDraft(local),
  publishedBy: "Ana",
  note: "Slower",
});
const SECOND = "01a21526-e400-7000-8000-00000000ffff";
const draftRate = async (local: Local) => rateOf(await draftBook(local));

test("the first edit begins a draft, the next ones go on with it", async () => {
  const local = await start();
  const draftId = await setWalls(local, "95");
  expect(await setWalls(local, "90")).toBe(draftId);
  const draft = await readBookDraft(local);
  expect(draft).toMatchObject({ draft: { startedBy: "Ana", priceBookId: examplePriceBook.id } });
  expect(draft?.changes).toHaveLength(1);
  expect(await draftRate(local)).toBe("90");
  const names = (await local.database.outbox.toArray()).map(({ name }) => name);
  expect(names[0]).toBe("book.draft");
});

test("without a price book there is nothing to edit", async () => {
  const local = await createTablet().open();
  expect(await editBook(local, () => [], ana)).toEqual({
    ok: false,
    error: { code: "no_price_book" },
  });
});

test("the keys of one visit are one step back, also the first ones of all", async () => {
  const local = await start();
  for (const rate of ["9", "95", "95.5"]) await setWalls(local, rate, "first");
  for (const rate of ["8", "85"]) await setWalls(local, rate, "second");
  const draftId = (await readBookDraft(local))?.draft.id ?? "";
  valueOf(await undo(local, draftId));
  expect(await draftRate(local)).toBe("95.5");
  valueOf(await undo(local, draftId));
  expect(await readBookDraft(local)).toBeNull();
  expect(await readHistory(local, draftId)).toMatchObject({ canUndo: false, canRedo: true });
  valueOf(await redo(local, draftId));
  valueOf(await redo(local, draftId));
  expect(await draftRate(local)).toBe("85");
});

test("an entry goes back to what it was in the base", async () => {
  const local = await start();
  await setWalls(local, "95");
  valueOf(await editBook(local, () => [{ path: "substrates/walls", value: undefined }], ana));
  expect(await draftRate(local)).toBe(rateOf(examplePriceBook));
  expect((await readBookDraft(local))?.changes).toEqual([]);
});

test("a discarded draft is gone, and comes back with undo", async () => {
  const local = await start();
  const draftId = await setWalls(local, "95");
  expect(valueOf(await discardBook(local))).toBe(draftId);
  expect(await readBookDraft(local)).toBeNull();
  expect(await local.database.bookChange.count()).toBe(0);
  valueOf(await undo(local, draftId));
  expect(await draftRate(local)).toBe("95");
});

test("a publication is the next version in the manager's name, and ends the draft", async () => {
  const local = await start();
  await setWalls(local, "95");
  expect(valueOf(await publishBook(local, await seenNow(local, 2)))).toBe(2);
  expect(await readBookDraft(local)).toBeNull();
  const [newest, first] = await listBookVersions(local);
  expect(newest).toMatchObject({
    version: 2,
    publishedBy: "Ana",
    note: "Slower",
    isExample: false,
    isWaiting: true,
  });
  expect(first).toMatchObject({ version: 1, isExample: true, isWaiting: false });
  const published = await readPriceBook(local, newest?.id ?? "");
  expect(published).toMatchObject({ id: newest?.id, version: 2, isExample: false });
  expect(rateOf(published)).toBe("95");
});

test("nothing is published that is not as it was looked at", async () => {
  const local = await start();
  const beforeDraft = await seenNow(local, 2);
  await setWalls(local, "95");
  const seen = await seenNow(local, 2);
  await setWalls(local, "90");
  const changed = { ok: false, error: { code: "book_changed" } };
  for (const stale of [beforeDraft, seen]) {
    expect(await publishBook(local, stale)).toEqual(changed);
    expect(await draftRate(local)).toBe("90");
  }
  // Somebody else was first: the draft would be published over what nobody has looked at.
  const again = await seenNow(local, 2);
  await receive(local, publishedBook(examplePriceBook, { id: SECOND, version: 2 }));
  expect(await publishBook(local, again)).toEqual(changed);
  expect(valueOf(await publishBook(local, { ...again, version: 3 }))).toBe(3);
});

test("a further draft goes on from a version that the server has not heard of", async () => {
  const local = await start();
  valueOf(await publishBook(local, await seenNow(local, 2)));
  await setWalls(local, "95");
  expect((await readBookDraft(local))?.base.version).toBe(2);
});

test("an older version comes back as a draft that says the same", async () => {
  const local = await start();
  const second = publishedBook(
    { ...examplePriceBook, minimumCharge: { ...examplePriceBook.minimumCharge, cents: 1 } },
    { id: SECOND, version: 2 },
  );
  await receive(local, second);
  await setWalls(local, "95");
  valueOf(await replaceDraft(local, changesBetween(second, examplePriceBook), "Ana"));
  const draft = await readBookDraft(local);
  expect(draft?.changes).toHaveLength(1);
  expect(await draftBook(local)).toEqual({
    ...examplePriceBook,
    id: second.id,
    version: 2,
    isExample: false,
  });
});
