import { expect, test } from "vitest";
import { writeState } from "../database.ts";
import type { Local } from "../local.ts";
import { readNewerBook } from "../queries/newer-book.ts";
import {
  PRICE_BOOK_ID,
  priceBookFields,
  startEstimate,
  valueOf,
} from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { acceptEstimate } from "./accept-estimate.ts";
import { repriceEstimate } from "./reprice-estimate.ts";
import { undo } from "./undo.ts";

const receiveVersion = ({ database }: Local, id: string, version: number): Promise<void> =>
  writeState(
    database,
    { entity: "priceBook", id },
    { fields: { ...priceBookFields, version }, deleted: false },
  );

const bookOf = async ({ database }: Local, id: string): Promise<string | undefined> =>
  (await database.estimate.get(id))?.priceBookId;

test("an estimate keeps its price book until it is priced with a later one; undo goes back", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  expect(await readNewerBook(local, PRICE_BOOK_ID)).toBeNull();
  await receiveVersion(local, "book-2", 2);
  expect(await readNewerBook(local, PRICE_BOOK_ID)).toEqual({ id: "book-2", version: 2 });
  expect(await bookOf(local, id)).toBe(PRICE_BOOK_ID);

  valueOf(await repriceEstimate(local, id, "book-2"));
  expect(await bookOf(local, id)).toBe("book-2");
  expect(await readNewerBook(local, "book-2")).toBeNull();
  const last = await local.database.outbox.orderBy("seq").last();
  expect(last?.name).toBe("estimate.reprice");

  expect(valueOf(await undo(local, id))).toBe("estimate.reprice");
  expect(await bookOf(local, id)).toBe(PRICE_BOOK_ID);
});

test("what a customer has accepted is not priced again", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  await receiveVersion(local, "book-2", 2);
  valueOf(await acceptEstimate(local, id, { optionId: "better", total: 100_00 }));
  expect(await repriceEstimate(local, id, "book-2")).toMatchObject({ error: { code: "accepted" } });
});
