import { Dexie } from "dexie";
import { describe, expect, test } from "vitest";
import { fieldNames } from "../../shared/estimate/entities.ts";
import { missingFields, withLaterFields } from "../../shared/estimate/later-fields.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import {
  firstArea,
  firstCustomer,
  firstEstimate,
  firstItem,
  firstMutations,
  firstPriceBook,
  firstSurface,
} from "../../shared/sync/testing/schema-1.ts";
import { undo } from "./actions/undo.ts";
import { databaseName, readState } from "./database.ts";
import type { Local } from "./local.ts";
import { applyPull, pullPosition } from "./replica/apply-pull.ts";
import { offerBatch } from "./replica/offer.ts";
import { settle } from "./shadow.ts";
import { searchColumns } from "./search-columns.ts";
import { newProgress } from "./sync-meta.ts";
import { valueOf } from "./testing/sample-records.ts";
import { pullAnswer } from "./testing/pull-answer.ts";
import { createTablet, type TestTablet } from "./testing/test-local.ts";

/** The database as the build before this one declared it. Never edited. */
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

const CLIENT = "00000000-0000-7000-8000-0000000000c1";
const [, , areaAdded, itemAdded, surfaceRemoved, accepted] = firstMutations;
const ceiling = { ...firstSurface, substrate: "ceiling" };
const yes = {
  status: "accepted",
  acceptedOption: "good",
  acceptedTotal: 123_456,
  acceptedAt: "2026-06-02T02:30:00.000Z",
};

/** What a tablet of schema 1 holds in the middle of a day: some of it on the server, some of it not. */
const FIRST_ROWS: Readonly<Record<string, readonly object[]>> = {
  customer: [{ id: "c1", ...firstCustomer, ...searchColumns("customer", firstCustomer) }],
  priceBook: [{ id: "example-2026-11", ...firstPriceBook }],
  estimate: [{ id: "e1", ...firstEstimate, ...yes }],
  area: [{ id: "a1", ...firstArea }],
  surface: [{ id: "s1", ...firstSurface }],
  item: [{ id: "i1", ...firstItem }],
  tombstone: [{ entity: "surface", id: "s2", fields: ceiling }],
  shadow: [
    { entity: "estimate", id: "e1", state: { fields: firstEstimate, deleted: false } },
    { entity: "area", id: "a1", state: null },
    { entity: "surface", id: "s1", state: null },
    { entity: "surface", id: "s2", state: null },
    { entity: "item", id: "i1", state: null },
  ],
  outbox: [areaAdded, itemAdded, surfaceRemoved, accepted].map((mutation, index) => ({
    ...mutation,
    version: undefined,
    state: index === 0 ? "offered" : "saved",
    estimateId: "e1",
    refused: false,
  })),
  journal: firstMutations.slice(0, 2).map(({ id, name, operations, at }, index) => ({
    id,
    name,
    operations,
    at,
    estimateId: "e1",
    rev: 7,
    position: index + 1,
  })),
  rejected: [
    {
      ...itemAdded,
      id: "00000000-0000-7000-8000-0000000000ee",
      estimateId: "e1",
      reason: "missing_record",
      message: null,
    },
  ],
  history: [
    {
      estimateId: "e1",
      stack: "undo",
      name: "item.add",
      gesture: null,
      steps: [{ op: "remove", entity: "item", id: "i1", expect: firstItem }],
    },
    {
      estimateId: "e1",
      stack: "redo",
      name: "surface.remove",
      gesture: null,
      steps: [{ op: "restore", entity: "surface", id: "s2" }],
    },
  ],
  meta: [
    {
      key: "sync",
      clientId: CLIENT,
      ackSeq: 2,
      ackId: firstMutations[1]?.id,
      cursor: 40,
      epoch: 3,
    },
  ],
};

async function installFirstVersion(tablet: TestTablet, rows = FIRST_ROWS): Promise<void> {
  const { indexedDB, IDBKeyRange } = tablet.storage;
  const first = new Dexie(databaseName("co", "u1"), {
    ...(indexedDB && { indexedDB }),
    ...(IDBKeyRange && { IDBKeyRange }),
  });
  first.version(1).stores(FIRST_STORES);
  for (const [name, entries] of Object.entries(rows)) await first.table(name).bulkAdd(entries);
  first.close();
}

async function upgraded(): Promise<Local> {
  const tablet = createTablet();
  await installFirstVersion(tablet);
  return tablet.open();
}

const today = withLaterFields;

describe("a tablet of schema 1 that is opened by this build", () => {
  test("shows every record, whole", async () => {
    const { database } = await upgraded();
    for (const [entity, id] of [
      ["customer", "c1"],
      ["priceBook", "example-2026-11"],
      ["estimate", "e1"],
      ["area", "a1"],
      ["surface", "s1"],
      ["item", "i1"],
    ] as const) {
      const state = await readState(database, { entity, id });
      expect(asRecordOf(entity, id, state?.fields)).not.toBeNull();
      expect(state?.deleted).toBe(false);
    }
    expect(await database.surface.get("s1")).toEqual({
      id: "s1",
      ...today("surface", firstSurface),
    });
    expect(await database.customer.where("words").startsWith("fie").count()).toBe(1);
  });

  test("keeps what is not a record as it was: the tray, the client, what it has acknowledged", async () => {
    const { database } = await upgraded();
    expect(await database.rejected.toArray()).toEqual(FIRST_ROWS["rejected"]);
    expect(await database.meta.get("sync")).toEqual({
      ...newProgress,
      ...FIRST_ROWS["meta"]?.[0],
      cursor: 0,
      horizon: 0,
    });
  });

  test("sends everything that waited, in order, under the same numbers and ids", async () => {
    const { mutations } = await offerBatch(await upgraded());
    expect(mutations.map(({ seq, id, name }) => [seq, id, name])).toEqual(
      firstMutations.slice(2).map(({ seq, id, name }) => [seq, id, name]),
    );
    const added = mutations.flatMap(({ operations }) => operations);
    for (const operation of added) {
      const fields =
        operation.op === "add"
          ? operation.fields
          : operation.op === "remove"
            ? operation.seen
            : null;
      if (fields !== null)
        expect(Object.keys(fields).toSorted()).toEqual(fieldNames(operation.entity).toSorted());
    }
    expect(added.at(-1)).toMatchObject({ field: "acceptedOn", from: null, to: "2026-06-02" });
  });

  test("stands exactly as its server copies with its outbox on top (R5)", async () => {
    const { database } = await upgraded();
    const shadows = await database.shadow.toArray();
    const before = await Promise.all(shadows.map((shadow) => readState(database, shadow)));
    await settle(database, shadows);
    expect(await Promise.all(shadows.map((shadow) => readState(database, shadow)))).toEqual(before);
    expect(await database.estimate.get("e1")).toMatchObject({ acceptedOn: "2026-06-02" });
  });

  test("sends its journal whole to a server that was restored", async () => {
    const local = await upgraded();
    await applyPull(
      local,
      await pullPosition(local),
      pullAnswer({
        epoch: 4,
        cursor: 1,
        reset: true,
      }),
    );
    const { mutations } = await offerBatch(local);
    expect(mutations.map(({ id }) => id)).toEqual(firstMutations.map(({ id }) => id));
    expect(mutations[1]?.operations[0]).toMatchObject({
      fields: today("estimate", firstEstimate),
    });
  });

  test("pulls everything anew: the server has left out what schema 1 did not know", async () => {
    const local = await upgraded();
    expect(await pullPosition(local)).toEqual({
      clientId: CLIENT,
      epoch: 3,
      cursor: 0,
      horizon: 0,
      want: [],
    });
    const theirs = { ...today("customer", firstCustomer), name: "Jo Fielding" };
    const outcome = await applyPull(
      local,
      await pullPosition(local),
      pullAnswer({
        epoch: 3,
        cursor: 50,
        lastSeq: 2,
        lastId: firstMutations[1]?.id ?? null,
        records: [
          { entity: "customer", id: "c1", fields: theirs, deleted: false, rev: 44, updatedBy: "x" },
        ],
      }),
    );
    expect(outcome).toMatchObject({ outcome: "applied" });
    expect((await local.database.customer.get("c1"))?.name).toBe("Jo Fielding");
    expect(await local.database.outbox.count()).toBe(4);
  });

  test("undoes what was done before", async () => {
    const tablet = createTablet();
    const draft = { ...FIRST_ROWS, estimate: [{ id: "e1", ...firstEstimate }], outbox: [] };
    await installFirstVersion(tablet, { ...draft, shadow: [] });
    const local = await tablet.open();
    expect(valueOf(await undo(local, "e1"))).toBe("item.add");
    expect(await local.database.item.count()).toBe(0);
    expect((await offerBatch(local)).mutations[0]?.operations[0]).toMatchObject({
      op: "remove",
      seen: { ...firstItem, ...missingFields("item", {}) },
    });
  });

  test("has the drafts of the price book, and finds the newest book by its version", async () => {
    const { database } = await upgraded();
    expect(await database.bookChange.where("draftId").equals("d1").count()).toBe(0);
    expect(await database.bookDraft.count()).toBe(0);
    expect(await database.priceBook.orderBy("version").primaryKeys()).toEqual(["example-2026-11"]);
  });
});

test("an upgrade that breaks off leaves the older database as it was", async () => {
  const tablet = createTablet();
  await installFirstVersion(tablet, {
    ...FIRST_ROWS,
    // Not even an operation: the upgrade stumbles over it.
    journal: [{ id: "x", position: 1, rev: 1, name: "item.add", operations: null }],
  });
  await expect(tablet.open()).rejects.toThrow("does not open");
  const { indexedDB, IDBKeyRange } = tablet.storage;
  const first = new Dexie(databaseName("co", "u1"), {
    ...(indexedDB && { indexedDB }),
    ...(IDBKeyRange && { IDBKeyRange }),
  });
  first.version(1).stores(FIRST_STORES);
  expect(await first.table("surface").toArray()).toEqual(FIRST_ROWS["surface"]);
  expect(await first.table("outbox").count()).toBe(4);
  first.close();
});
