import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepared, type SlotOf } from "./prepared.ts";
import type { Store } from "./store.ts";
import { storeKinds } from "./testing/store-kinds.ts";

describe.each(storeKinds)("on $name", { timeout: 60_000 }, (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
  });
  afterEach(() => store.close());

  test("a query is built once and answers for the values of each time, in a transaction and outside", async () => {
    for (const name of ["one", "two", "three"])
      await store.write((tx) =>
        tx.insertInto("checkpoint").values({ company_id: "c", name, value: name }).execute(),
      );
    let built = 0;
    const build = (db: Store["db"], slot: SlotOf<"after" | "most">) => {
      built += 1;
      return db
        .selectFrom("checkpoint")
        .select("value")
        .where("company_id", "=", "c")
        .where("name", ">", slot<string>("after"))
        .orderBy("name")
        .limit(slot<number>("most"));
    };
    const valuesAfter = prepared(build);
    expect(await valuesAfter(store.db, { after: "one", most: 9 })).toEqual([
      { value: "three" },
      { value: "two" },
    ]);
    expect(await store.read((tx) => valuesAfter(tx, { most: 1, after: "a" }))).toEqual([
      { value: "one" },
    ]);
    expect(built).toBe(1);
  });
});
