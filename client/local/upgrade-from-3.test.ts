import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { databaseName } from "./database.ts";
import { findEstimates } from "./queries/find-estimates.ts";
import { listEstimates } from "./queries/estimates.ts";
import { plainCustomer, plainEstimate } from "./testing/plain-records.ts";
import { createTablet } from "./testing/test-local.ts";

/** The database as the builds of version 3 declared it, in one. Never edited. */
const THIRD_STORES = {
  customer: "id, nameKey, *words",
  contact: "id, customerId, *words",
  opportunity: "id, customerId",
  estimate: "id, createdAt, customerId",
  area: "id, estimateId",
  surface: "id, estimateId, areaId",
  item: "id, estimateId",
  priceBook: "id, version",
  bookDraft: "id",
  bookChange: "id, draftId",
  conflict: "id, estimateId",
  tombstone: "[entity+id]",
  shadow: "[entity+id]",
  outbox: "seq, &id, state, estimateId",
  journal: "id, position, rev",
  rejected: "id, estimateId",
  history: "++position, [estimateId+stack]",
  wanted: "estimateId",
  meta: "key",
};

/** More than are listed at a time. */
const ESTIMATES = 1003;

test("a tablet of version 3 lists every estimate it holds, and keeps its outbox and its place with the server", async () => {
  const tablet = createTablet();
  const { indexedDB, IDBKeyRange } = tablet.storage;
  const third = new Dexie(databaseName("co", "u1"), {
    ...(indexedDB && { indexedDB }),
    ...(IDBKeyRange && { IDBKeyRange }),
  });
  third.version(3).stores(THIRD_STORES);
  await third
    .table("customer")
    .add({ id: "c1", ...plainCustomer({ name: "María Peña", phone: "(415) 555-0142" }) });
  await third.table("estimate").bulkAdd(
    Array.from({ length: ESTIMATES }, (_, number) => ({
      id: `e${String(number).padStart(4, "0")}`,
      ...plainEstimate({
        customerId: number === 7 ? "c1" : "gone",
        street: `${number} Oak Street`,
        createdAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      }),
    })),
  );
  const edit = {
    seq: 4,
    id: "00000000-0000-7000-8000-000000000004",
    name: "estimate.edit",
    operations: [],
    at: "2026-01-01T00:00:00Z",
    state: "saved",
    estimateId: "e0007",
    refused: false,
  };
  await third.table("outbox").add(edit);
  const meta = {
    key: "sync",
    clientId: "00000000-0000-7000-8000-0000000000c3",
    ackSeq: 3,
    ackId: null,
    cursor: 40,
    epoch: 3,
    horizon: 5,
    backedUpRev: 0,
    removed: 0,
    removalInQuestion: null,
    removalAllowed: false,
  };
  await third.table("meta").add(meta);
  third.close();

  const local = await tablet.open();
  expect(await local.database.listed.count()).toBe(ESTIMATES);
  expect((await listEstimates(local, 2)).map(({ estimate }) => estimate.id)).toEqual([
    "e1002",
    "e1001",
  ]);
  for (const [text, filter] of [
    ["pena", "all"],
    ["555-0142", "draft"],
    ["7 oak", "waiting"],
  ] as const) {
    const { rows } = await findEstimates(local, { text, filter }, 50);
    expect(rows.map(({ estimate }) => estimate.id)).toEqual(["e0007"]);
  }
  expect(await local.database.outbox.toArray()).toEqual([edit]);
  expect(await local.database.meta.get("sync")).toEqual(meta);
});
