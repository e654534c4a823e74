import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { removal } from "./remove-record.ts";

/** Removes an area with its surfaces in one edit, so that one undo brings all of it back. */
export const removeArea = (local: Local, id: string): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const area = await database.area.get(id);
    if (!area) return { code: "missing" };
    const surfaces = await database.surface.where("areaId").equals(id).toArray();
    return {
      name: "area.remove",
      estimateId: area.estimateId,
      operations: [...surfaces.map((row) => removal("surface", row)), removal("area", area)],
      value: undefined,
    };
  });
