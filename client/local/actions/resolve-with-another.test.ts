import { expect, test } from "vitest";
import type { Fields } from "../../../shared/estimate/entities.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { disagreeing } from "../testing/disagreement.ts";
import { valueOf } from "../testing/sample-records.ts";
import { resolveWithAnother } from "./resolve-with-another.ts";

async function conflictIn(state: Fields<"conflict">["state"]) {
  const made = await disagreeing({ state });
  const conflict = asRecordOf("conflict", "k1", made.fields);
  if (!conflict) throw new Error("no conflict");
  return { ...made, conflict };
}

test.each([
  ["settles an open conflict", "open", "conflict.resolve"],
  ["is an edit of the field where somebody has settled it meanwhile", "resolved", "area.edit"],
] as const)("another value %s", async (_what, state, name) => {
  const { local, conflict, areaId } = await conflictIn(state);
  valueOf(await resolveWithAnother(local, conflict, "Den"));
  expect((await local.database.area.get(areaId))?.name).toBe("Den");
  expect((await local.database.outbox.orderBy("seq").last())?.name).toBe(name);
});

test("a room that is gone keeps no name", async () => {
  const { local, conflict } = await conflictIn("resolved");
  expect(await resolveWithAnother(local, { ...conflict, entityId: "gone" }, "Den")).toMatchObject({
    error: { code: "missing" },
  });
});
