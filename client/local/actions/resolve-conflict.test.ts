import { describe, expect, test } from "vitest";
import { pullAnswer } from "../testing/pull-answer.ts";
import { isHonest, readResolution } from "../../../shared/sync/conflict-resolution.ts";
import { asRecordOf } from "../../../shared/estimate/record.ts";
import { writeState } from "../database.ts";
import { recordAnswer } from "../replica/record-answer.ts";
import { offerBatch } from "../replica/offer.ts";
import { applyPull, pullPosition } from "../replica/apply-pull.ts";
import { disagreeing } from "../testing/disagreement.ts";
import { valueOf } from "../testing/sample-records.ts";
import { acceptEstimate } from "./accept-estimate.ts";
import { editArea } from "./edit-area.ts";
import { removeArea } from "./remove-area.ts";
import { resolveConflict } from "./resolve-conflict.ts";

describe("settling a conflict on the tablet (I7)", () => {
  test.each([
    ["mine", { keep: "mine" }, "Study"],
    ["theirs", { keep: "theirs" }, "Bedroom"],
    ["another", { keep: "other", value: "Den" }, "Den"],
  ] as const)(
    "with %s closes it and shows the value, in one edit the server takes",
    async (_what, choice, name) => {
      const { local, database, areaId, fields, last } = await disagreeing();
      valueOf(await resolveConflict(local, "k1", choice));
      expect(await database.conflict.get("k1")).toMatchObject({
        state: "resolved",
        resolution: choice.keep,
      });
      expect((await database.area.get(areaId))?.name).toBe(name);
      const sent = readResolution(await last());
      const conflict = asRecordOf("conflict", "k1", fields);
      expect(sent && conflict && isHonest(sent, conflict)).toBe(true);
    },
  );

  test("twice is not possible: somebody has settled it", async () => {
    const { local, database } = await disagreeing();
    valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
    const waiting = await database.outbox.count();
    expect(await resolveConflict(local, "k1", { keep: "theirs" })).toMatchObject({
      error: { code: "missing" },
    });
    expect(await database.outbox.count()).toBe(waiting);
  });

  test("another value for a whole record is not possible", async () => {
    const { local } = await disagreeing({ field: "*", mine: "null" });
    expect(await resolveConflict(local, "k1", { keep: "other", value: "x" })).toMatchObject({
      error: { code: "missing" },
    });
  });

  test("with a value the field cannot hold is refused before it is saved", async () => {
    const { local, database } = await disagreeing();
    const waiting = await database.outbox.count();
    expect(
      await resolveConflict(local, "k1", { keep: "other", value: "x".repeat(121) }),
    ).toMatchObject({ error: { code: "invalid" } });
    expect(await database.outbox.count()).toBe(waiting);
    expect((await database.conflict.get("k1"))?.state).toBe("open");
  });

  test("removes the room when that was what its author wanted, and brings one back", async () => {
    const { local, database, areaId, fields } = await disagreeing({ field: "*", mine: "null" });
    valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
    expect(await database.area.get(areaId)).toBeUndefined();
    const again = { ...fields, field: "*", mine: '{"note":"dog"}' };
    await writeState(database, { entity: "conflict", id: "k2" }, { fields: again, deleted: false });
    valueOf(await resolveConflict(local, "k2", { keep: "mine" }));
    expect(await database.area.get(areaId)).toMatchObject({ name: "Bedroom", note: "dog" });
  });

  test("is not coalesced with the edit before or after it", async () => {
    const { local, database, areaId } = await disagreeing();
    valueOf(await editArea(local, areaId, "name", "Nursery"));
    valueOf(await resolveConflict(local, "k1", { keep: "other", value: "Den" }));
    valueOf(await editArea(local, areaId, "name", "Attic"));
    const names = (await database.outbox.orderBy("seq").toArray()).map(({ name }) => name);
    expect(names.slice(-3)).toEqual(["area.edit", "conflict.resolve", "area.edit"]);
  });

  test("for a room that was removed meanwhile brings it back with what is painted in it", async () => {
    const { local, database, areaId } = await disagreeing();
    valueOf(await removeArea(local, areaId));
    valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
    expect(await database.area.get(areaId)).toMatchObject({ name: "Study" });
    expect(await database.surface.where({ areaId }).count()).toBe(1);
  });

  test("that the server refuses goes to the tray, and the conflict is open again (R8)", async () => {
    const { local, database, areaId } = await disagreeing();
    valueOf(await resolveConflict(local, "k1", { keep: "mine" }));
    const batch = await offerBatch(local);
    const results = batch.mutations.map(({ id, name }) =>
      name === "conflict.resolve"
        ? { id, outcome: "rejected" as const, reason: "conflict_settled" as const, message: null }
        : { id, outcome: "applied" as const, reason: null, message: null },
    );
    const last = batch.mutations.at(-1);
    const [lastSeq, lastId] = [last?.seq ?? 0, last?.id ?? ""];
    await recordAnswer(local, batch, { epoch: 1, lastSeq, lastId, results });
    await applyPull(
      local,
      await pullPosition(local),
      pullAnswer({
        cursor: 1,
        lastSeq,
        lastId,
      }),
    );
    expect(await database.rejected.toArray()).toMatchObject([
      { name: "conflict.resolve", reason: "conflict_settled" },
    ]);
    expect((await database.conflict.get("k1"))?.state).toBe("open");
    expect((await database.area.get(areaId))?.name).not.toBe("Study");
  });
});

test("an estimate with an open conflict is not accepted on the tablet either (R7)", async () => {
  const { local, database, estimateId } = await disagreeing();
  const accept = () => acceptEstimate(local, estimateId, { optionId: "good", total: 100 });
  const first = await database.estimate.get(estimateId);
  expect(await accept()).toMatchObject({ ok: false, error: { code: "open_conflicts" } });
  expect(await database.estimate.get(estimateId)).toEqual(first);
  valueOf(await resolveConflict(local, "k1", { keep: "theirs" }));
  expect(await accept()).toMatchObject({ ok: true });
});
