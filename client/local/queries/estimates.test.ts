import { expect, test, vi } from "vitest";
import { acceptEstimate } from "../actions/accept-estimate.ts";
import { createEstimate } from "../actions/create-estimate.ts";
import { fieldsOf, writeState } from "../database.ts";
import { applyPull, pullPosition } from "../replica/apply-pull.ts";
import { offerBatch } from "../replica/offer.ts";
import { recordAnswer } from "../replica/record-answer.ts";
import { disagreeing } from "../testing/disagreement.ts";
import { pullAnswer } from "../testing/pull-answer.ts";
import { serverRecord, startEstimate, valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { listEstimates } from "./estimates.ts";
import { estimateStanding, standingOf } from "./standing.ts";

test("the list gives the newest first, with the customer's name, and no more than asked for", async () => {
  const local = await createTablet().open();
  const first = await startEstimate(local);
  const customerId = (await local.database.estimate.get(first))?.customerId ?? "";
  const second = valueOf(await createEstimate(local, { customerId, estimatorName: "Ana" }));
  const ids = async (limit: number) =>
    (await listEstimates(local, limit)).map(({ estimate }) => estimate.id);
  expect(await ids(50)).toEqual([second, first]);
  expect(await ids(1)).toEqual([second]);
  expect((await listEstimates(local, 1))[0]?.customerName).toBe("María Peña");
});

test("an estimate goes from the tablet to the server to Salesforce, in the list as in its header", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  valueOf(await acceptEstimate(local, id, { optionId: "good", total: 100 }));
  const standing = async () => {
    const inList = (await listEstimates(local, 50))[0]?.standing;
    expect(inList).toBe(await estimateStanding(local, id));
    return inList;
  };
  expect(await standing()).toBe("on-tablet");
  const batch = await offerBatch(local);
  expect(await standing()).toBe("on-tablet");
  const [lastSeq, lastId] = [batch.mutations.length, batch.mutations.at(-1)?.id ?? null];
  await recordAnswer(local, batch, {
    epoch: 1,
    lastSeq,
    lastId,
    results: batch.mutations.map((mutation) => ({
      id: mutation.id,
      outcome: "applied",
      reason: null,
      message: null,
    })),
  });
  // Whether one of them met somebody else's is only known with the pull.
  expect(await standing()).toBe("on-tablet");
  const row = await local.database.rows("estimate").get(id);
  const fields = row ? fieldsOf("estimate", row) : {};
  const records = [serverRecord("estimate", id, fields)];
  await applyPull(local, await pullPosition(local), pullAnswer({ lastSeq, lastId, records }));
  expect(await standing()).toBe("on-server");
  await writeState(
    local.database,
    { entity: "estimate", id },
    { fields: { ...fields, crmState: "sent" }, deleted: false },
  );
  expect(await standing()).toBe("in-salesforce");
});

test("a refusal is shown before anything else; a correction on its way before Salesforce's", () => {
  expect(standingOf({ refused: true, onTheWay: true, crmState: "sent" })).toBe("refused");
  expect(standingOf({ refused: false, onTheWay: false, crmState: "refused" })).toBe("refused");
  expect(standingOf({ refused: false, onTheWay: true, crmState: "refused" })).toBe("on-tablet");
});

test("a row counts the conflicts of its estimate that are open, by the index alone", async () => {
  const { local, database, estimateId, fields } = await disagreeing();
  const other = valueOf(
    await createEstimate(local, {
      customerId: (await database.estimate.get(estimateId))?.customerId ?? "",
      estimatorName: "Ana",
    }),
  );
  const put = (id: string, part: Partial<typeof fields>) =>
    writeState(
      database,
      { entity: "conflict", id },
      { fields: { ...fields, ...part }, deleted: false },
    );
  await put("k2", { field: "width" });
  await put("k3", { field: "height", state: "resolved" });
  await put("k4", { estimateId: null, entity: "customer", field: "phone" });
  const read = vi.spyOn(database.conflict, "toArray");
  const rows = await listEstimates(local, 50);
  expect(rows.map(({ estimate, toSettle }) => [estimate.id, toSettle])).toEqual([
    [other, 0],
    [estimateId, 2],
  ]);
  expect(read).not.toHaveBeenCalled();
});
