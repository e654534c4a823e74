import { describe, expect, test } from "vitest";
import { MAX_WANTED, type PullResponse } from "../../../shared/sync/wire.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { editEstimate } from "../actions/edit-estimate.ts";
import { wantEstimate } from "../actions/want-estimate.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { startEstimate, valueOf } from "../testing/sample-records.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { createTablet } from "../testing/test-local.ts";
import { applyPull, pullPosition } from "./apply-pull.ts";
import { offerBatch } from "./offer.ts";
import { recordAnswer } from "./record-answer.ts";

/** A tablet that does not hold every estimate: the horizon, and what somebody asks for by name. */

async function start() {
  const local = await createTablet().open();
  const answer = async (part: Partial<PullResponse> = {}): Promise<PullResponse> => {
    const { cursor, want } = await pullPosition(local);
    return pullAnswer({
      from: cursor,
      cursor: cursor + 10,
      horizon: 5,
      wanted: [...want],
      ...part,
    });
  };
  const pull = async (part: Partial<PullResponse> = {}) =>
    applyPull(local, await pullPosition(local), await answer(part));
  return { local, pull, answer };
}

describe("the horizon", () => {
  test("is unknown to a new tablet, and kept as the server said it", async () => {
    const { local, pull } = await start();
    expect(await pullPosition(local)).toMatchObject({ cursor: 0, horizon: null });
    await pull({ horizon: 7 });
    expect(await pullPosition(local)).toMatchObject({ cursor: 10, horizon: 7 });
  });

  test("of an answer that another tab was faster than is not taken (R4)", async () => {
    const { local, pull, answer } = await start();
    const position = await pullPosition(local);
    const late = await answer({ horizon: 9 });
    await pull({ horizon: 7 });
    expect(await applyPull(local, position, late)).toEqual({ outcome: "stale" });
    expect((await readSyncMeta(local.database)).horizon).toBe(7);
  });

  test("begins anew when the server does", async () => {
    const { local, pull } = await start();
    await pull({ horizon: 7 });
    await pull({ epoch: 2, reset: true, from: 0, cursor: 3, horizon: 2 });
    expect((await readSyncMeta(local.database)).horizon).toBe(2);
  });
});

describe("an estimate that is wanted", () => {
  test("is asked for until an answer has it, then no more", async () => {
    const { local, pull } = await start();
    await wantEstimate(local, "old");
    expect((await pullPosition(local)).want).toEqual(["old"]);
    await pull({ wanted: [] });
    expect((await pullPosition(local)).want).toEqual(["old"]);
    expect(await pull()).toMatchObject({ outcome: "applied", more: false });
    expect((await pullPosition(local)).want).toEqual([]);
  });

  test("that came between question and answer is asked for at once, with the next page", async () => {
    const { local, answer } = await start();
    const position = await pullPosition(local);
    const response = await answer();
    await wantEstimate(local, "old");
    expect(await applyPull(local, position, response)).toMatchObject({ more: true });
  });

  test("waits its turn behind as many as a request takes", async () => {
    const { local, pull } = await start();
    for (let number = 0; number < MAX_WANTED + 3; number += 1)
      await wantEstimate(local, `old-${number}`);
    expect((await pullPosition(local)).want).toHaveLength(MAX_WANTED);
    expect(await pull()).toMatchObject({ more: true });
    expect((await pullPosition(local)).want).toHaveLength(3);
    expect(await pull()).toMatchObject({ more: false });
  });

  test.each(["", "../x", "a b", "\0", "x".repeat(65)])(
    "by an address that is no id is not asked for, or every pull would be refused: %j",
    async (id) => {
      const { local } = await start();
      await wantEstimate(local, id);
      expect((await pullPosition(local)).want).toEqual([]);
    },
  );

  test("holds an acknowledgement back until all pages are here (R5)", async () => {
    const { local, pull } = await start();
    valueOf(await createCustomer(local, { name: "Ana" }));
    const batch = await offerBatch(local);
    const lastId = batch.mutations[0]?.id ?? "";
    const results = [{ id: lastId, outcome: "applied" as const, reason: null, message: null }];
    await recordAnswer(local, batch, { epoch: 1, lastSeq: 1, lastId, results });
    await wantEstimate(local, "old");
    await pull({ wanted: [], lastSeq: 1, lastId });
    expect(await local.database.outbox.count()).toBe(1);
    await pull({ lastSeq: 1, lastId });
    expect(await local.database.outbox.count()).toBe(0);
  });
});

test("a reset asks for every estimate that edits lie on, however long ago it was touched", async () => {
  const { local, pull } = await start();
  const id = await startEstimate(local);
  await pull();
  valueOf(await editEstimate(local, id, "title", "Upstairs"));
  await pull({ epoch: 2, reset: true, from: 0, cursor: 3 });
  expect((await pullPosition(local)).want).toEqual([id]);
  expect(await local.database.outbox.count()).toBeGreaterThan(0);
  expect(await local.database.estimate.get(id)).toMatchObject({ title: "Upstairs" });
});
