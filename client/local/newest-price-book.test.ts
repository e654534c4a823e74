import { expect, test } from "vitest";
import type { Fields } from "../../shared/estimate/entities.ts";
import { createCustomer } from "./actions/create-customer.ts";
import { createEstimate } from "./actions/create-estimate.ts";
import { writeState } from "./database.ts";
import type { Local } from "./local.ts";
import { mutate } from "./mutate.ts";
import { currentPriceBookId, newestPriceBookId } from "./newest-price-book.ts";
import { priceBookFields, valueOf } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

const receive = ({ database }: Local, id: string, version: number): Promise<void> =>
  writeState(
    database,
    { entity: "priceBook", id },
    { fields: { ...priceBookFields, version }, deleted: false },
  );
const publish = (local: Local, id: string, fields: Fields<"priceBook">) =>
  mutate(local, () =>
    Promise.resolve({
      name: "book.publish",
      estimateId: "",
      operations: [{ op: "add", entity: "priceBook", id, fields }],
      value: undefined,
      undoable: false,
    }),
  );

test("the highest version wins, whatever its id", async () => {
  const local = await createTablet().open();
  await receive(local, "zzz", 1);
  await receive(local, "aaa", 3);
  await receive(local, "mmm", 2);
  expect(await newestPriceBookId(local.database)).toBe("aaa");
  expect(await currentPriceBookId(local.database)).toBe("aaa");
});

test("an estimate is made with a book that the server has, not with one it may yet refuse", async () => {
  const local = await createTablet().open();
  await receive(local, "book-1", 1);
  valueOf(await publish(local, "book-2", { ...priceBookFields, version: 2 }));
  expect(await newestPriceBookId(local.database)).toBe("book-2");
  const customerId = valueOf(await createCustomer(local, { name: "Ana" }));
  const id = valueOf(await createEstimate(local, { customerId, estimatorName: "Erin" }));
  expect((await local.database.estimate.get(id))?.priceBookId).toBe("book-1");
});

test("before the first pull there is none", async () => {
  const { database } = await createTablet().open();
  expect(await newestPriceBookId(database)).toBeUndefined();
  expect(await currentPriceBookId(database)).toBeUndefined();
});
