import { describe, expect, test } from "vitest";
import { acceptEstimate, reopenEstimate } from "./actions/accept-estimate.ts";
import { addArea } from "./actions/add-area.ts";
import { cloneArea } from "./actions/clone-area.ts";
import { createCustomer } from "./actions/create-customer.ts";
import { createEstimate } from "./actions/create-estimate.ts";
import { editArea } from "./actions/edit-area.ts";
import { moveArea } from "./actions/move-area.ts";
import { removeArea } from "./actions/remove-area.ts";
import { removeEstimate } from "./actions/remove-estimate.ts";
import { mutate } from "./mutate.ts";
import { readEstimate } from "./queries/estimate.ts";
import { offerBatch } from "./replica/offer.ts";
import {
  bedroom,
  ceiling,
  startEstimate,
  valueOf,
  viewOf,
  walls,
} from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";

const start = async () => {
  const tablet = createTablet();
  const local = await tablet.open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls, ceiling]));
  const outbox = () => local.database.outbox.orderBy("seq").toArray();
  return { tablet, local, estimateId, areaId, outbox };
};

describe("an edit", () => {
  test("stands in the view, in the outbox and in the history after one transaction", async () => {
    const { local, estimateId, areaId, outbox } = await start();
    valueOf(await editArea(local, areaId, "doors", 3));
    expect((await local.database.area.get(areaId))?.doors).toBe(3);
    expect((await outbox()).map(({ seq, name }) => [seq, name])).toEqual([
      [1, "customer.create"],
      [2, "estimate.create"],
      [3, "area.add"],
      [4, "area.edit"],
    ]);
    expect(await local.database.history.where({ estimateId }).count()).toBe(2);
  });

  test("is still there when the tablet dies right after it was saved", async () => {
    const { tablet, local, areaId } = await start();
    valueOf(await editArea(local, areaId, "name", "Guest room"));
    const reopened = await tablet.open();
    expect((await reopened.database.area.get(areaId))?.name).toBe("Guest room");
    expect((await reopened.database.outbox.orderBy("seq").last())?.operations).toEqual([
      { op: "set", entity: "area", id: areaId, field: "name", from: "Bedroom", to: "Guest room" },
    ]);
  });

  test("that fails halfway leaves nothing behind", async () => {
    const { local, areaId, outbox } = await start();
    const [view, waiting] = [await viewOf(local), await outbox()];
    const full = new DOMException("disk full", "QuotaExceededError");
    local.database.history.hook("creating", () => {
      throw full;
    });
    const result = await editArea(local, areaId, "doors", 9);
    expect(result).toEqual({ ok: false, error: { code: "storage_full" } });
    expect(await viewOf(local)).toEqual(view);
    expect(await outbox()).toEqual(waiting);
  });

  test("with a value that no estimate holds is refused before anything is written", async () => {
    const { local, areaId, outbox } = await start();
    const waiting = await outbox();
    const result = await editArea(local, areaId, "doors", -1);
    expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(await outbox()).toEqual(waiting);
  });

  test("of what only the server writes is refused", async () => {
    const { local, estimateId } = await start();
    const result = await mutate(local, () =>
      Promise.resolve({
        name: "estimate.edit",
        estimateId,
        operations: [{ op: "remove", entity: "priceBook", id: "book-1", seen: {} }],
        value: undefined,
      }),
    );
    expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
  });

  test("of a removed record says that it is missing", async () => {
    const { local, areaId } = await start();
    valueOf(await removeArea(local, areaId));
    expect(await editArea(local, areaId, "doors", 2)).toEqual({
      ok: false,
      error: { code: "missing" },
    });
  });

  test("after a newer version took the database over says that this one is closed", async () => {
    const { local, areaId } = await start();
    local.database.close();
    expect(await editArea(local, areaId, "doors", 2)).toEqual({
      ok: false,
      error: { code: "closed" },
    });
  });

  test("to the value that stands already is no edit", async () => {
    const { local, areaId, outbox } = await start();
    valueOf(await editArea(local, areaId, "name", "Bedroom"));
    expect(await outbox()).toHaveLength(3);
  });
});

describe("coalescing", () => {
  test("keys of one field become one edit, first from, last to, with an id of its own", async () => {
    const { local, areaId, outbox } = await start();
    valueOf(await editArea(local, areaId, "width", "1"));
    const first = (await outbox()).at(-1);
    valueOf(await editArea(local, areaId, "width", "14"));
    const last = (await outbox()).at(-1);
    expect(last).toMatchObject({ seq: 4, operations: [{ from: "11", to: "14" }] });
    expect(last?.id).not.toBe(first?.id);
  });

  test("an edit that was offered to the server is never touched again", async () => {
    const { local, areaId, outbox } = await start();
    valueOf(await editArea(local, areaId, "width", "1"));
    const { mutations } = await offerBatch(local);
    valueOf(await editArea(local, areaId, "width", "14"));
    const rows = await outbox();
    expect(rows.find(({ seq }) => seq === 4)).toMatchObject(
      mutations[3] ? { id: mutations[3].id, operations: mutations[3].operations } : {},
    );
    expect(rows.at(-1)).toMatchObject({ seq: 5, operations: [{ from: "1", to: "14" }] });
  });

  test("typing back to the first value leaves nothing to send", async () => {
    const { local, areaId, outbox } = await start();
    await offerBatch(local);
    valueOf(await editArea(local, areaId, "doors", 4));
    valueOf(await editArea(local, areaId, "doors", 1));
    expect(await outbox()).toHaveLength(3);
    valueOf(await editArea(local, areaId, "doors", 2));
    expect((await outbox()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test("another field in between keeps both edits", async () => {
    const { local, areaId, outbox } = await start();
    valueOf(await editArea(local, areaId, "doors", 4));
    valueOf(await editArea(local, areaId, "windows", 4));
    valueOf(await editArea(local, areaId, "doors", 5));
    expect(await outbox()).toHaveLength(6);
  });
});

describe("actions", () => {
  test("a clone stands right behind its original, with its surfaces and the next number", async () => {
    const { local, estimateId, areaId } = await start();
    valueOf(await addArea(local, estimateId, { ...bedroom, name: "Bath" }, []));
    valueOf(await cloneArea(local, areaId));
    valueOf(await cloneArea(local, areaId));
    const read = await readEstimate(local, estimateId);
    expect(read?.estimate.areas.map(({ area, surfaces }) => [area.name, surfaces.length])).toEqual([
      ["Bedroom", 2],
      ["Bedroom 3", 2],
      ["Bedroom 2", 2],
      ["Bath", 0],
    ]);
  });

  test("a move changes one order key and nothing else", async () => {
    const { local, estimateId, areaId } = await start();
    const bath = valueOf(await addArea(local, estimateId, { ...bedroom, name: "Bath" }, []));
    valueOf(await moveArea(local, bath, null));
    const order = async () =>
      (await readEstimate(local, estimateId))?.estimate.areas.map(({ area }) => area.id);
    expect(await order()).toEqual([bath, areaId]);
    valueOf(await moveArea(local, bath, areaId));
    expect(await order()).toEqual([areaId, bath]);
    expect((await local.database.outbox.orderBy("seq").last())?.operations).toHaveLength(1);
  });

  test("a new estimate takes its customer's address and the newest price book", async () => {
    const { local, estimateId } = await start();
    expect(await local.database.estimate.get(estimateId)).toMatchObject({
      title: "María Peña",
      city: "Reno",
      priceBookId: "book-1",
      status: "draft",
      crmState: "none",
    });
    expect(
      await createEstimate(local, { customerId: "nobody", estimatorName: "Ana" }),
    ).toMatchObject({ error: { code: "missing" } });
  });

  test("before the first price book has come there is nothing to price with, and that is said", async () => {
    const local = await createTablet().open();
    const customerId = valueOf(await createCustomer(local, { name: "Ana" }));
    expect(await createEstimate(local, { customerId, estimatorName: "Erin" })).toEqual({
      ok: false,
      error: { code: "no_price_book" },
    });
  });

  test("an accepted estimate does not change until it is reopened", async () => {
    const { local, estimateId, areaId } = await start();
    valueOf(await acceptEstimate(local, estimateId, { optionId: "better", total: 4_125_00 }));
    expect(await editArea(local, areaId, "doors", 5)).toMatchObject({
      error: { code: "accepted" },
    });
    expect(await removeEstimate(local, estimateId)).toMatchObject({ error: { code: "accepted" } });
    valueOf(await reopenEstimate(local, estimateId));
    valueOf(await editArea(local, areaId, "doors", 5));
    expect(await local.database.estimate.get(estimateId)).toMatchObject({
      status: "draft",
      acceptedTotal: null,
    });
  });

  test("an acceptance has the day it is on this tablet, and the estimate is priced for that day", async () => {
    const { local, estimateId, outbox } = await start();
    const lateEvening = new Date(2026, 10, 26, 23, 30);
    const evening = { ...local, now: () => lateEvening.getTime() };
    const nextWeek = { ...local, now: () => new Date(2026, 11, 3, 9).getTime() };
    const dayOf = async (on: typeof local) => (await readEstimate(on, estimateId))?.estimate.day;
    expect(await dayOf(nextWeek)).toBe("2026-12-03");
    valueOf(await acceptEstimate(evening, estimateId, { optionId: "good", total: 1 }));
    expect(await local.database.estimate.get(estimateId)).toMatchObject({
      acceptedAt: lateEvening.toISOString(),
      acceptedOn: "2026-11-26",
    });
    expect((await outbox()).at(-1)?.operations).toHaveLength(5);
    expect(await dayOf(nextWeek)).toBe("2026-11-26");
    valueOf(await reopenEstimate(nextWeek, estimateId));
    expect((await local.database.estimate.get(estimateId))?.acceptedOn).toBeNull();
    expect(await dayOf(nextWeek)).toBe("2026-12-03");
  });

  test("a clone has every choice of its original", async () => {
    const { local, areaId } = await start();
    const [surface] = await local.database.surface.where({ areaId }).toArray();
    const choices = {
      prepHours: "2.5",
      prepTasks: "caulk=100",
      product: "premium",
      sheen: "satin",
      method: "spray",
      primer: "none",
      condition: "poor",
      colourChange: "dark-to-light",
      texture: "rough",
      colour: "Linen",
    } as const;
    for (const [field, value] of Object.entries(choices))
      await local.database.surface.update(surface?.id ?? "", { [field]: value });
    const copyId = valueOf(await cloneArea(local, areaId));
    const copies = await local.database.surface.where({ areaId: copyId }).toArray();
    expect(copies.find(({ substrate }) => substrate === surface?.substrate)).toMatchObject(choices);
  });
});
