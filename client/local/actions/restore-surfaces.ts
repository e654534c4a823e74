import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

/**
 * Brings back the removed surfaces of an area that lives: one that came back by itself, because an edit of it had met
 * its removal, would stand there with nothing to paint.
 *
 * `missing`: the area is not on this tablet, or removed.
 */
export const restoreSurfaces = (local: Local, areaId: string): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const area = await database.area.get(areaId);
    if (!area) return { code: "missing" };
    const surfaces = await database.tombstone
      .where("[entity+id]")
      .between(["surface", ""], ["surface", "\uffff"])
      .filter(({ fields }) => fields["areaId"] === areaId)
      .toArray();
    return {
      name: "surface.restore",
      estimateId: area.estimateId,
      operations: surfaces.map(({ entity, id }) => ({ op: "restore", entity, id })),
      value: undefined,
    };
  });
