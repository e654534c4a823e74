import { expect, test } from "vitest";
import type { Fields } from "../../../shared/estimate/entities.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { writeState } from "../database.ts";
import { bedroom, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { addArea } from "./add-area.ts";
import { resolveWithAnother } from "./resolve-with-another.ts";

async function disagreeing(state: Fields<"conflict">["state"]) {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
  const fields: Fields<"conflict"> = {
    estimateId,
    entity: "area",
    entityId: areaId,
    field: "width",
    base: '"10"',
    theirs: '"11"',
    mine: '"14"',
    mutationId: "m1",
    authorName: "Sam Lee",
    state,
    authorAt: null,
    theirsName: "Ana",
    theirsAt: null,
    values: '["14"]',
    resolution: state === "open" ? null : "theirs",
    resolvedBy: state === "open" ? "" : "Ana",
    resolvedAt: null,
  };
  await writeState(local.database, { entity: "conflict", id: "k1" }, { fields, deleted: false });
  const conflict = asRecordOf("conflict", "k1", fields);
  if (!conflict) throw new Error("no conflict");
  return { local, conflict, areaId };
}

test.each([
  ["settles an open conflict", "open", "conflict.resolve"],
  ["is an edit of the field where somebody has settled it meanwhile", "resolved", "area.edit"],
] as const)("another value %s", async (_what, state, name) => {
  const { local, conflict, areaId } = await disagreeing(state);
  valueOf(await resolveWithAnother(local, conflict, "13"));
  expect((await local.database.area.get(areaId))?.width).toBe("13");
  expect((await local.database.outbox.orderBy("seq").last())?.name).toBe(name);
});

test("a room that is gone keeps no width", async () => {
  const { local, conflict } = await disagreeing("resolved");
  expect(await resolveWithAnother(local, { ...conflict, entityId: "gone" }, "13")).toMatchObject({
    error: { code: "missing" },
  });
});
