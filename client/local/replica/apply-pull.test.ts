import { describe, expect, test } from "vitest";
import type { PullResponse } from "../../../shared/sync/wire.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { editCustomer } from "../actions/edit-customer.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { serverRecord, valueOf } from "../testing/sample-records.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { createTablet } from "../testing/test-local.ts";
import { applyPull, pullPosition } from "./apply-pull.ts";
import { offerBatch } from "./offer.ts";
import { recordAnswer } from "./record-answer.ts";

const customer = (name: string) => ({
  name,
  phone: "",
  email: "",
  street: "",
  city: "",
  state: "",
  postalCode: "",
  salesforceAccountId: null,
});

const OTHER_ID = "00000000-0000-7000-8000-000000000000";

const start = async () => {
  const local = await createTablet().open();
  const pull = async (part: Partial<PullResponse>) =>
    applyPull(local, await pullPosition(local), pullAnswer(part));
  const nameOf = async (id: string) => (await local.database.customer.get(id))?.name;
  return { local, pull, nameOf };
};

/** A customer made here that the server has confirmed, but no pull has contained yet. */
const startAnswered = async () => {
  const started = await start();
  const { local } = started;
  const id = valueOf(await createCustomer(local, { name: "Ana" }));
  const batch = await offerBatch(local);
  const lastId = batch.mutations[0]?.id ?? "";
  const results = [{ id: lastId, outcome: "applied" as const, reason: null, message: null }];
  await recordAnswer(local, batch, { epoch: 1, lastSeq: 1, lastId, results });
  return { ...started, id, lastId };
};

describe("a pull", () => {
  test("brings records and its cursor together", async () => {
    const { local, pull, nameOf } = await start();
    const records = [serverRecord("customer", "c1", customer("Zoë"))];
    expect(await pull({ records })).toEqual({ outcome: "applied", more: false, records: 1 });
    expect(await nameOf("c1")).toBe("Zoë");
    expect(await readSyncMeta(local.database)).toMatchObject({ cursor: 10, epoch: 1 });
  });

  test("that does not continue from our cursor changes nothing (R4)", async () => {
    const { pull, nameOf } = await start();
    await pull({ records: [serverRecord("customer", "c1", customer("new"))] });
    const late = await pull({
      from: 4,
      cursor: 12,
      records: [serverRecord("customer", "c1", customer("old"))],
    });
    expect(late).toEqual({ outcome: "stale" });
    expect(await nameOf("c1")).toBe("new");
  });

  test("that was asked by a former client of this tablet changes nothing", async () => {
    const { local } = await start();
    const position = { ...(await pullPosition(local)), clientId: OTHER_ID };
    expect(await applyPull(local, position, pullAnswer({}))).toEqual({ outcome: "stale" });
  });

  test("of another epoch that does not start over changes nothing", async () => {
    const { pull } = await start();
    await pull({});
    expect(await pull({ epoch: 2, from: 10, cursor: 12 })).toEqual({ outcome: "stale" });
  });

  test("with a record this version cannot read changes nothing at all", async () => {
    const { local, pull, nameOf } = await start();
    const records = [
      serverRecord("customer", "c1", customer("Ana")),
      serverRecord("customer", "c2", { name: "from the future" }),
    ];
    expect(await pull({ records })).toEqual({ outcome: "unreadable", entity: "customer" });
    expect(await nameOf("c1")).toBeUndefined();
    expect((await readSyncMeta(local.database)).cursor).toBe(0);
  });

  test("slips under an edit that the server does not have yet (R5)", async () => {
    const { local, pull, nameOf } = await start();
    await pull({ records: [serverRecord("customer", "c1", customer("first"))] });
    valueOf(await editCustomer(local, "c1", "name", "mine"));
    const theirs = { ...customer("theirs"), city: "Reno" };
    await pull({ from: 10, cursor: 11, records: [serverRecord("customer", "c1", theirs)] });
    expect(await local.database.customer.get("c1")).toMatchObject({ name: "mine", city: "Reno" });
    expect(await local.database.shadow.get(["customer", "c1"])).toMatchObject({
      state: { fields: { name: "theirs" } },
    });
    await pull({ epoch: 2, reset: true, records: [] });
    expect(await nameOf("c1")).toBeUndefined();
    expect(await local.database.outbox.count()).toBe(1);
  });

  test("acknowledges an edit by number and identity, and keeps it until a backup holds it (R10)", async () => {
    const { local, pull, id, nameOf, lastId } = await startAnswered();
    await pull({ lastSeq: 1, lastId, records: [serverRecord("customer", id, customer("Ana"))] });
    const { outbox, journal, shadow } = local.database;
    expect([await outbox.count(), await journal.count(), await shadow.count()]).toEqual([0, 1, 0]);
    await pull({ from: 10, cursor: 11, lastSeq: 1, lastId, backedUpRev: 9 });
    expect(await journal.count()).toBe(1);
    await pull({ from: 11, cursor: 12, lastSeq: 1, lastId, backedUpRev: 10 });
    expect(await journal.count()).toBe(0);
    expect(await nameOf(id)).toBe("Ana");
  });

  test("that names another edit under our number makes this tablet a new client (R3)", async () => {
    const { local, pull, id, lastId } = await startAnswered();
    const before = await readSyncMeta(local.database);
    await pull({ lastSeq: 1, lastId: OTHER_ID });
    const after = await readSyncMeta(local.database);
    expect(after.clientId).not.toBe(before.clientId);
    expect(after.ackSeq).toBe(0);
    expect(await local.database.outbox.toArray()).toMatchObject([
      { seq: 1, id: lastId, state: "offered" },
    ]);
    expect((await local.database.customer.get(id))?.name).toBe("Ana");
  });

  test("in the middle of several pages acknowledges nothing", async () => {
    const { local, pull, lastId } = await startAnswered();
    await pull({ more: true, cursor: 5, lastSeq: 1, lastId });
    expect(await local.database.outbox.count()).toBe(1);
  });

  test("of a restored server takes nothing from the screen that this tablet still holds", async () => {
    const { pull, id, nameOf, lastId } = await startAnswered();
    await pull({ lastSeq: 1, lastId, records: [serverRecord("customer", id, customer("Ana"))] });
    await pull({ epoch: 2, reset: true, cursor: 3, records: [] });
    expect(await nameOf(id)).toBe("Ana");
  });

  test("of a restored server sends the journal again, before what waits", async () => {
    const { local, pull, id, lastId } = await startAnswered();
    await pull({ lastSeq: 1, lastId, records: [serverRecord("customer", id, customer("Ana"))] });
    valueOf(await editCustomer(local, id, "city", "Reno"));
    await pull({ epoch: 2, reset: true, cursor: 3, records: [] });
    expect((await local.database.outbox.toArray()).map(({ seq, name }) => [seq, name])).toEqual([
      [1, "customer.create"],
      [2, "customer.edit"],
    ]);
    expect(await local.database.customer.get(id)).toMatchObject({ name: "Ana", city: "Reno" });
  });
});

describe("an answer", () => {
  test("with a refusal puts the edit into the tray, where it stays", async () => {
    const { local, pull } = await start();
    const id = valueOf(await createCustomer(local, { name: "Ana" }));
    const batch = await offerBatch(local);
    const lastId = batch.mutations[0]?.id ?? "";
    await recordAnswer(local, batch, {
      epoch: 1,
      lastSeq: 1,
      lastId,
      results: [{ id: lastId, outcome: "rejected", reason: "forbidden", message: "Not yours." }],
    });
    await pull({ lastSeq: 1, lastId });
    expect(await local.database.customer.get(id)).toBeUndefined();
    expect(await local.database.rejected.toArray()).toMatchObject([
      { id: lastId, name: "customer.create", reason: "forbidden", message: "Not yours." },
    ]);
    expect(await local.database.journal.count()).toBe(0);
  });

  test("to a former client of this tablet says nothing about this one's edits", async () => {
    const { local } = await start();
    valueOf(await createCustomer(local, { name: "Ana" }));
    const batch = { ...(await offerBatch(local)), clientId: OTHER_ID };
    const response = { epoch: 1, lastSeq: 0, lastId: null, results: [] };
    expect(await recordAnswer(local, batch, response)).toEqual({ outcome: "stale" });
  });

  test("that never came leaves the edit to be offered again, whatever a pull says", async () => {
    const { local, pull } = await start();
    valueOf(await createCustomer(local, { name: "Ana" }));
    const lastId = (await offerBatch(local)).mutations[0]?.id ?? "";
    await pull({ lastSeq: 1, lastId });
    expect((await offerBatch(local)).mutations.map(({ id }) => id)).toEqual([lastId]);
  });

  test("of a restored server is not taken for this one's", async () => {
    const { local, pull } = await start();
    await pull({});
    valueOf(await createCustomer(local, { name: "Ana" }));
    const batch = await offerBatch(local);
    const outcome = await recordAnswer(local, batch, {
      epoch: 2,
      lastSeq: 0,
      lastId: null,
      results: [],
    });
    expect(outcome).toEqual({ outcome: "epoch" });
  });
});
