import type { Fields } from "../../../shared/estimate/entities.ts";
import { addArea } from "../actions/add-area.ts";
import { writeState } from "../database.ts";
import { bedroom, startEstimate, valueOf, walls } from "./sample-records.ts";
import { createTablet } from "./test-local.ts";

/**
 * A tablet with a room about whose name two people do not agree: the conflict `k1`.
 *
 * @param part what is different about the conflict.
 */
export async function disagreeing(part: Partial<Fields<"conflict">> = {}) {
  const local = await createTablet().open();
  const estimateId = await startEstimate(local);
  const areaId = valueOf(await addArea(local, estimateId, bedroom, [walls]));
  const fields: Fields<"conflict"> = {
    estimateId,
    entity: "area",
    entityId: areaId,
    field: "name",
    base: '"Room"',
    theirs: '"Bedroom"',
    mine: '"Study"',
    mutationId: "m1",
    authorName: "Sam Lee",
    state: "open",
    authorAt: null,
    theirsName: "Ana",
    theirsAt: null,
    values: '["Study"]',
    resolution: null,
    resolvedBy: "",
    resolvedAt: null,
    ...part,
  };
  await writeState(local.database, { entity: "conflict", id: "k1" }, { fields, deleted: false });
  const { database } = local;
  return {
    local,
    database,
    estimateId,
    areaId,
    fields,
    last: async () => (await database.outbox.orderBy("seq").last())?.operations ?? [],
  };
}
