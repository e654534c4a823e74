import { Dexie } from "dexie";
import { describe, expect, test } from "vitest";
import { withLaterFields } from "../../shared/estimate/later-fields.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import {
  secondArea,
  secondConflict,
  secondCustomer,
  secondEstimate,
  secondItem,
  secondMutations,
  secondPriceBook,
  secondSurface,
} from "../../shared/sync/testing/schema-2.ts";
import { resolveConflict } from "./actions/resolve-conflict.ts";
import { databaseName, readState } from "./database.ts";
import type { Local } from "./local.ts";
import { pullPosition } from "./replica/apply-pull.ts";
import { offerBatch } from "./replica/offer.ts";
import { searchColumns } from "./search-columns.ts";
import { settle } from "./shadow.ts";
import { valueOf } from "./testing/sample-records.ts";
import { createTablet, type TestTablet } from "./testing/test-local.ts";

/** The database as the builds of schema 2 declared it. Never edited. */
const FIRST_STORES = {
  customer: "id, nameKey, *words",
  contact: "id, customerId, *words",
  opportunity: "id, customerId",
  estimate: "id, createdAt, customerId",
  area: "id, estimateId",
  surface: "id, estimateId, areaId",
  item: "id, estimateId",
  priceBook: "id",
  conflict: "id, estimateId",
  tombstone: "[entity+id]",
  shadow: "[entity+id]",
  outbox: "seq, &id, state, estimateId",
  journal: "id, position, rev",
  rejected: "id, estimateId",
  history: "++position, [estimateId+stack]",
  meta: "key",
};
const SECOND_STORES = {
  priceBook: "id, version",
  bookDraft: "id",
  bookChange: "id, draftId",
};

const CLIENT = "00000000-0000-7000-8000-0000000000c2";
const [, , , itemAdded, surfaceRemoved, noteEdited] = secondMutations;
const ceiling = { ...secondSurface, substrate: "ceiling" };

/** What a tablet of schema 2 holds in the middle of a day: some of it on the server, some of it not. */
const SECOND_ROWS: Readonly<Record<string, readonly object[]>> = {
  customer: [{ id: "c1", ...secondCustomer, ...searchColumns("customer", secondCustomer) }],
  priceBook: [{ id: "book-2", ...secondPriceBook }],
  estimate: [{ id: "e1", ...secondEstimate }],
  area: [{ id: "a1", ...secondArea, note: "Wet wall" }],
  surface: [{ id: "s1", ...secondSurface }],
  item: [{ id: "i1", ...secondItem }],
  conflict: [{ id: "k1", ...secondConflict }],
  tombstone: [{ entity: "surface", id: "s2", fields: ceiling }],
  shadow: [
    { entity: "area", id: "a1", state: { fields: secondArea, deleted: false } },
    { entity: "surface", id: "s2", state: { fields: ceiling, deleted: false } },
    { entity: "item", id: "i1", state: null },
  ],
  outbox: [itemAdded, surfaceRemoved, noteEdited].map((mutation) => ({
    ...mutation,
    version: undefined,
    state: "saved",
    estimateId: "e1",
    refused: false,
  })),
  journal: secondMutations.slice(0, 3).map(({ id, name, operations, at }, index) => ({
    id,
    name,
    operations,
    at,
    estimateId: "e1",
    rev: 7,
    position: index + 1,
  })),
  meta: [
    {
      key: "sync",
      clientId: CLIENT,
      ackSeq: 3,
      ackId: secondMutations[2]?.id,
      cursor: 40,
      epoch: 3,
    },
  ],
};

async function installSecondVersion(tablet: TestTablet): Promise<void> {
  const { indexedDB, IDBKeyRange } = tablet.storage;
  const second = new Dexie(databaseName("co", "u1"), {
    ...(indexedDB && { indexedDB }),
    ...(IDBKeyRange && { IDBKeyRange }),
  });
  second.version(1).stores(FIRST_STORES);
  second.version(2).stores(SECOND_STORES);
  for (const [name, rows] of Object.entries(SECOND_ROWS)) await second.table(name).bulkAdd(rows);
  second.close();
}

async function upgraded(): Promise<Local> {
  const tablet = createTablet();
  await installSecondVersion(tablet);
  return tablet.open();
}

describe("a tablet of schema 2 that is opened by this build", () => {
  test("shows every record, whole", async () => {
    const { database } = await upgraded();
    for (const [entity, id] of [
      ["customer", "c1"],
      ["priceBook", "book-2"],
      ["estimate", "e1"],
      ["area", "a1"],
      ["surface", "s1"],
      ["item", "i1"],
      ["conflict", "k1"],
    ] as const) {
      const state = await readState(database, { entity, id });
      expect(asRecordOf(entity, id, state?.fields)).not.toBeNull();
    }
    expect(await database.estimate.get("e1")).toMatchObject({
      ...secondEstimate,
      estimatorId: null,
    });
  });

  test("pulls every estimate it holds anew, the dormant ones too", async () => {
    expect(await pullPosition(await upgraded())).toEqual({
      clientId: CLIENT,
      epoch: 3,
      cursor: 0,
      horizon: 0,
      want: [],
    });
  });

  test("sends everything that waited, in order, under the same numbers and ids (R1, R3)", async () => {
    const { mutations } = await offerBatch(await upgraded());
    expect(mutations.map(({ seq, id, name }) => [seq, id, name])).toEqual(
      secondMutations.slice(3).map(({ seq, id, name }) => [seq, id, name]),
    );
  });

  test("keeps its journal, with estimates as today's server takes them (R10)", async () => {
    const { database } = await upgraded();
    const journal = await database.journal.orderBy("position").toArray();
    expect(journal.map(({ id }) => id)).toEqual(secondMutations.slice(0, 3).map(({ id }) => id));
    expect(journal[1]?.operations[0]).toMatchObject({
      fields: withLaterFields("estimate", secondEstimate),
    });
  });

  test("stands exactly as its server copies with its outbox on top (R5)", async () => {
    const { database } = await upgraded();
    const shadows = await database.shadow.toArray();
    const before = await Promise.all(shadows.map((shadow) => readState(database, shadow)));
    await settle(database, shadows);
    expect(await Promise.all(shadows.map((shadow) => readState(database, shadow)))).toEqual(before);
  });

  test("settles a conflict from before", async () => {
    const local = await upgraded();
    valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
    expect(await local.database.area.get("a1")).toMatchObject({ name: "Study", note: "Wet wall" });
  });

  test("opened again is as it was", async () => {
    const tablet = createTablet();
    await installSecondVersion(tablet);
    const first = await tablet.open();
    const before = await first.database.outbox.toArray();
    first.database.close();
    expect(await (await tablet.open()).database.outbox.toArray()).toEqual(before);
  });
});
