import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Session } from "../../../shared/sync/wire.ts";
import { addArea } from "../actions/add-area.ts";
import { cloneArea } from "../actions/clone-area.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { editArea } from "../actions/edit-area.ts";
import { undo } from "../actions/undo.ts";
import type { Local } from "../local.ts";
import { offerBatch } from "../replica/offer.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { bedroom, startEstimate, valueOf, viewOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { collectRescue, exportRescue } from "./export-rescue.ts";
import { importRescue } from "./import-rescue.ts";
import { encodeContent } from "./rescue-content.ts";
import { seal } from "./rescue-file.ts";

const ana: Session = {
  companyId: "co",
  companyName: "Sierra Painting",
  userId: "u1",
  userName: "Ana",
  email: "ana@example.com",
  role: "estimator",
};
const PASSPHRASE = "blue tape, two coats";
const few = { iterations: 10 };

async function fileOf(local: Local) {
  const exported = await exportRescue(local, ana, PASSPHRASE, few);
  if (!exported.ok) throw new Error(exported.error);
  return exported.file;
}

const outboxOf = async ({ database }: Local) =>
  (await database.outbox.orderBy("seq").toArray()).map(({ id, name, operations, at }) => ({
    id,
    name,
    operations,
    at,
  }));

const rejectedEdit = {
  id: "01890000-0000-7000-8000-00000000000e",
  name: "area.edit" as const,
  operations: [
    {
      op: "set" as const,
      entity: "area" as const,
      id: "a",
      field: "name",
      from: "Den",
      to: "Study",
    },
  ],
  at: "2026-05-04T08:00:00.000Z",
  estimateId: "e",
};

async function worked() {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
  await local.database.rejected.add({ ...rejectedEdit, reason: "forbidden", message: null });
  const sent = { ...rejectedEdit, id: "01890000-0000-7000-8000-00000000000f" };
  await local.database.journal.add({ ...sent, rev: 4, position: 1 });
  return { local, estimateId, areaId };
}

describe("a rescue file", () => {
  test("brings everything unsent to another tablet, where the outbox sends it under its own ids", async () => {
    const { local } = await worked();
    const before = await outboxOf(local);
    const file = await fileOf(local);
    expect(file.waiting).toBe(before.length);
    expect(await outboxOf(local)).toEqual(before);

    const other = await createTablet(2).open();
    expect(await importRescue(other, ana, file.bytes, PASSPHRASE)).toEqual({
      ok: true,
      // What was sent goes again as well: this tablet does not know whether it is the same server still.
      edits: before.length + 1,
      rejected: 1,
    });
    expect((await outboxOf(other)).slice(1)).toEqual(before);
    expect(await other.database.rejected.get(rejectedEdit.id)).toMatchObject({
      reason: "forbidden",
    });
    const batch = await offerBatch(other);
    expect(batch.clientId).not.toBe((await readSyncMeta(local.database)).clientId);
    expect(batch.mutations.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const [mine, theirs] = [await viewOf(local), await viewOf(other)];
    for (const [key, record] of Object.entries(theirs)) expect(mine[key]).toEqual(record);
    expect(Object.keys(theirs)).toHaveLength(4);
  });

  test("a second time brings nothing in twice, on the tablet it came from as on another", async () => {
    const { local } = await worked();
    const file = await fileOf(local);
    const [view, waiting] = [await viewOf(local), await outboxOf(local)];
    const nothing = { ok: true, edits: 0, rejected: 0 };
    expect(await importRescue(local, ana, file.bytes, PASSPHRASE)).toMatchObject(nothing);
    expect(await viewOf(local)).toEqual(view);
    expect(await outboxOf(local)).toEqual(waiting);

    const other = await createTablet(2).open();
    await importRescue(other, ana, file.bytes, PASSPHRASE);
    const once = await outboxOf(other);
    expect(await importRescue(other, ana, file.bytes, PASSPHRASE)).toEqual(nothing);
    expect(await outboxOf(other)).toEqual(once);
  });

  test("goes behind the work that waits here already, and what was sent stays in the journal", async () => {
    const { local } = await worked();
    const other = await createTablet(2).open();
    for (const { database } of [local, other])
      await database.meta.update("sync", { epoch: 1, ackSeq: 5 });
    valueOf(await createCustomer(other, { name: "Ben" }));
    const file = await fileOf(local);
    expect(await importRescue(other, ana, file.bytes, PASSPHRASE)).toMatchObject({ edits: 3 });
    const seqs = (await other.database.outbox.toArray()).map(({ seq }) => seq);
    expect(seqs).toEqual([6, 7, 8, 9]);
    expect(await other.database.journal.count()).toBe(1);
  });

  test("is nobody else's: another person and another company are told whose it is", async () => {
    const { bytes } = await fileOf((await worked()).local);
    const other = await createTablet(2).open();
    for (const who of [
      { ...ana, userId: "u2" },
      { ...ana, companyId: "co2" },
    ])
      expect(await importRescue(other, who, bytes, PASSPHRASE)).toEqual({
        ok: false,
        error: { code: "other-person", userName: "Ana" },
      });
    expect(await outboxOf(other)).toEqual([]);
  });

  test("that is damaged, or typed with another passphrase, changes nothing and is told as such", async () => {
    const { bytes } = await fileOf((await worked()).local);
    const other = await createTablet(2).open();
    const torn = bytes.slice(0, -1);
    expect(await importRescue(other, ana, torn, PASSPHRASE)).toMatchObject({
      error: { code: "damaged" },
    });
    expect(await importRescue(other, ana, bytes, "other")).toMatchObject({
      error: { code: "wrong-passphrase" },
    });
    const nonsense = await seal(new TextEncoder().encode(`{"waiting":1}`), PASSPHRASE, few);
    expect(await importRescue(other, ana, nonsense, PASSPHRASE)).toMatchObject({
      error: { code: "damaged" },
    });
    expect(await outboxOf(other)).toEqual([]);
  });

  test("that the tablet has no room for comes in whole or not at all", async () => {
    const { local } = await worked();
    const { bytes } = await fileOf(local);
    const other = await createTablet(2).open();
    other.database.rejected.hook("creating", () => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await importRescue(other, ana, bytes, PASSPHRASE)).toEqual({
      ok: false,
      error: { code: "storage_full" },
    });
    expect(await outboxOf(other)).toEqual([]);
    expect(await viewOf(other)).toEqual(await viewOf(await createTablet(3).open()));
  });

  test("of an earlier schema is read in today's words", async () => {
    const { local } = await worked();
    const content = await collectRescue(local, ana);
    const acceptance = {
      ...rejectedEdit,
      name: "estimate.accept" as const,
      operations: [
        {
          op: "set" as const,
          entity: "estimate" as const,
          id: "e",
          field: "acceptedAt",
          from: null,
          to: "2026-05-04T20:00:00.000Z",
        },
      ],
    };
    const old = { ...content, schema: 1, waiting: [acceptance], journal: [], rejected: [] };
    const file = await seal(encodeContent(old), PASSPHRASE, few);
    const other = await createTablet(2).open();
    expect(await importRescue(other, ana, file, PASSPHRASE)).toMatchObject({ edits: 1 });
    const [edit] = await outboxOf(other);
    expect(edit?.operations).toHaveLength(2);
  });
});

const steps = fc.array(
  fc.record({
    what: fc.constantFrom("name", "doors", "clone", "customer", "undo", "offer"),
    text: fc.string({ maxLength: 20 }),
    count: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 12 },
);

test("whatever was done on a tablet, no edit of it is missing or changed after export and import", () =>
  fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { local, estimateId, areaId } = await worked();
      for (const { what, text, count } of history)
        await {
          name: () => editArea(local, areaId, "name", text),
          doors: () => editArea(local, areaId, "doors", count),
          clone: () => cloneArea(local, areaId),
          customer: () => createCustomer(local, { name: text }),
          undo: () => undo(local, estimateId),
          offer: () => offerBatch(local),
        }[what]();
      const { bytes } = await fileOf(local);
      const other = await createTablet(2).open();
      expect(await importRescue(other, ana, bytes, PASSPHRASE)).toMatchObject({ ok: true });
      const [mine, theirs] = [await outboxOf(local), await outboxOf(other)];
      expect(theirs.slice(-mine.length)).toEqual(mine);
      expect(theirs).toHaveLength(mine.length + 1);
    }),
    { numRuns: 25 },
  ));
