import type { Fields } from "../../../shared/estimate/entities.ts";
import { keyAtEnd } from "../in-order.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import type { NewSurface } from "./add-area.ts";

/** Adds a surface behind the others of its area. */
export function addSurface(
  local: Local,
  areaId: string,
  surface: NewSurface,
): Promise<SaveResult<string>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const area = await database.area.get(areaId);
    if (!area) return { code: "missing" };
    const { estimateId } = area;
    const siblings = await database.surface.where("areaId").equals(areaId).toArray();
    const fields: Fields<"surface"> = { ...surface, estimateId, areaId, order: keyAtEnd(siblings) };
    return {
      name: "surface.add",
      estimateId,
      operations: [{ op: "add", entity: "surface", id, fields }],
      value: id,
    };
  });
}
