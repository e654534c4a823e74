import { expect, test } from "vitest";
import { removeEstimate } from "../actions/remove-estimate.ts";
import { discardRejected, keepRejected } from "../actions/discard-rejected.ts";
import { startEstimate, valueOf } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { absenceOf } from "./absence.ts";

test("an estimate that nobody has ever seen here, and one that was removed", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  expect(await absenceOf(local, "another")).toBe("never-here");
  valueOf(await removeEstimate(local, estimateId));
  expect(await absenceOf(local, estimateId)).toBe("removed");
});

test("an estimate that the server refused, until the edit is thrown away, and again when that was a mistake", async () => {
  const local = await createTablet().open();
  const edit = {
    id: "m1",
    name: "estimate.create",
    operations: [],
    estimateId: "e1",
    at: "2026-05-04T15:00:00.000Z",
    reason: "forbidden",
    message: "",
  } as const;
  await local.database.rejected.put(edit);
  expect(await absenceOf(local, "e1")).toBe("refused");
  await discardRejected(local, edit.id);
  expect(await absenceOf(local, "e1")).toBe("never-here");
  await keepRejected(local, edit);
  expect(await local.database.rejected.get("m1")).toEqual(edit);
});
