import type { AnyFields, AnyRecord } from "../../shared/estimate/record.ts";
import { nextRevision, putRecord } from "../../server/store/records.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import {
  areaFields,
  bookFields,
  colleague,
  customerFields,
  estimateFields,
  itemFields,
  maria,
  NOW,
  registerPeople,
  stranger,
  surfaceFields,
} from "../../server/sync/testing/estimate-fixtures.ts";

const conflictFields: AnyFields = {
  estimateId: "e1",
  entity: "area",
  entityId: "a1",
  field: "name",
  base: '"Room"',
  theirs: '"Living room"',
  mine: '"Study"',
  mutationId: "00000000-0000-7000-8000-000000000099",
  authorName: "Sam Lee",
  state: "open",
  authorAt: null,
  theirsName: "",
  theirsAt: null,
  values: '["Study"]',
  resolution: null,
  resolvedBy: "",
  resolvedAt: null,
};

type Row = readonly [AnyRecord["entity"], string, AnyFields];

const ours: readonly Row[] = [
  ["priceBook", "book", bookFields],
  ["customer", "c1", customerFields],
  ["opportunity", "o1", { customerId: "c1", name: "Repaint", stage: "New", closeDate: "" }],
  ["estimate", "e1", estimateFields],
  ["area", "a1", areaFields],
  ["surface", "s1", surfaceFields],
  ["item", "i1", itemFields],
  ["conflict", "k1", conflictFields],
  ["estimate", "e2", { ...estimateFields, status: "accepted" }],
  [
    "bookDraft",
    "d1",
    { priceBookId: "book", startedBy: "", startedAt: "2026-06-01T15:00:00.000Z", note: "" },
  ],
  ["bookChange", "x1", { draftId: "d1", path: "labour", value: "{}" }],
];
const theirs: readonly Row[] = [
  ["customer", "c1", { ...customerFields, name: "secret" }],
  ["estimate", "secret", estimateFields],
];

/** A server's data of two companies, with something of everything in it. */
export async function openGround(): Promise<Store> {
  const store = await openStore({ directory: ":memory:" });
  await registerPeople(store);
  await store.write(async (tx) => {
    for (const [companyId, rows] of [
      [maria.companyId, ours],
      [stranger.companyId, theirs],
    ] as const)
      for (const [entity, id, fields] of rows) {
        const stamp = { rev: await nextRevision(tx), updatedBy: colleague.userId, now: NOW };
        await putRecord(tx, companyId, { entity, id, fields, deleted: false }, stamp);
      }
    // The first half of it lies dormant.
    await tx.updateTable("clock").set({ horizon_rev: 7 }).where("id", "=", 1).execute();
  });
  return store;
}
