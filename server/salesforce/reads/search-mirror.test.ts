import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRevision, putRecords, recordsNaming } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import { newCustomer } from "../testing/accept-estimate.ts";
import { MOST_FOUND, searchMirror } from "./search-mirror.ts";

const OURS = "00D000000000001AAA";

describe.each(quickKinds)("on $name", (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
    const customer = (number: number, fields: object = {}) => ({
      entity: "customer" as const,
      id: `c${number}`,
      deleted: false,
      fields: {
        ...newCustomer,
        email: "",
        name: `Customer ${number}`,
        salesforceAccountId: `001${number}`,
        ...fields,
      },
    });
    await store.write(async (tx) => {
      const records = [
        ...Array.from({ length: 700 }, (_, number) => customer(number)),
        customer(9001, { name: "Íñigo Ölçer", phone: "(303) 555-7777" }),
        { ...customer(9002, { name: "Íñigo Gone" }), deleted: true },
        {
          entity: "contact" as const,
          id: "p1",
          deleted: false,
          fields: {
            customerId: "c9001",
            name: "Wendy",
            phone: "",
            email: "w@under_score.example",
            salesforceContactId: "0031",
          },
        },
      ];
      const stamp = { rev: await nextRevision(tx), updatedBy: "salesforce", now: 0 };
      await putRecords(tx, OURS, records, stamp);
    });
  });
  afterEach(() => store.close());
  const found = async (text: string) => (await searchMirror(store, OURS, text)).map(({ id }) => id);

  test.each(["inigo", "ÍÑIGO ölçer", "olcer", "3035557777", "wendy", "under_score", "igo 7777"])(
    "%s",
    async (text) => {
      expect(await found(text)).toEqual(["0019001"]);
    },
  );

  test("what many fit ends at a screenful; what nobody fits, and another company's, is nothing", async () => {
    expect(await found("customer")).toHaveLength(MOST_FOUND);
    expect(await found("customer 699")).toEqual(["001699"]);
    expect(await found("nobody")).toEqual([]);
    expect(await searchMirror(store, "another", "inigo")).toEqual([]);
  });

  test("records that name a value are found by that field alone", async () => {
    const naming = (field: string, value: string) =>
      store.read((tx) => recordsNaming(tx, OURS, "contact", field, value));
    expect(await naming("customerId", "c9001")).toMatchObject([{ id: "p1" }]);
    expect(await naming("customerId", "c900_")).toEqual([]);
    expect(await naming("name", "c9001")).toEqual([]);
  });
});
