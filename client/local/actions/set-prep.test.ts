import { expect, test } from "vitest";
import { bedroom, startEstimate, valueOf, walls } from "../testing/sample-records.ts";
import { createTablet } from "../testing/test-local.ts";
import { addArea } from "./add-area.ts";
import { setPrep } from "./set-prep.ts";
import { undo } from "./undo.ts";

test("going back to a level leaves neither hours nor tasks behind, and undo brings both back", async () => {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(
    await addArea(local, estimateId, bedroom, [
      { ...walls, prepHours: "2.5", prepTasks: "scrape=20" },
    ]),
  );
  const read = async () => (await local.database.surface.where({ areaId }).first()) ?? walls;
  const surface = await local.database.surface.where({ areaId }).first();

  valueOf(
    await setPrep(local, surface?.id ?? "", { prep: "heavy", prepHours: null, prepTasks: "" }),
  );
  expect(await read()).toMatchObject({ prep: "heavy", prepHours: null, prepTasks: "" });
  valueOf(await undo(local, estimateId));
  expect(await read()).toMatchObject({
    prep: walls.prep,
    prepHours: "2.5",
    prepTasks: "scrape=20",
  });
});
