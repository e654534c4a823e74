import { expect, test } from "vitest";
import { startEstimate, valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { assignEstimate } from "./assign-estimate.ts";

const sam = { userId: "u2", userName: "Sam Lee" };

test("an estimate becomes somebody's own, in name and id, in one edit", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  valueOf(await assignEstimate(local, id, sam));
  expect(await local.database.estimate.get(id)).toMatchObject({
    estimatorId: "u2",
    estimatorName: "Sam Lee",
  });
  expect(await local.database.outbox.orderBy("seq").last()).toMatchObject({
    name: "estimate.assign",
    estimateId: id,
    operations: [
      { field: "estimatorId", from: null, to: "u2" },
      { field: "estimatorName", from: "Ana", to: "Sam Lee" },
    ],
  });
});

test("what is somebody's already is not written again", async () => {
  const local = await createTablet().open();
  const id = await startEstimate(local);
  valueOf(await assignEstimate(local, id, sam));
  const waiting = await local.database.outbox.count();
  valueOf(await assignEstimate(local, id, sam));
  expect(await local.database.outbox.count()).toBe(waiting);
});

test("what is not on this tablet is nobody's to give", async () => {
  const local = await createTablet().open();
  expect(await assignEstimate(local, "nowhere", sam)).toMatchObject({ error: { code: "missing" } });
});
