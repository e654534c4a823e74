import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { fieldsOf } from "../database.ts";
import { keyBehind } from "../in-order.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { copyName } from "./copy-name.ts";

/** Copies an area with its surfaces right behind the original, under the next free name. */
export function cloneArea(local: Local, id: string): Promise<SaveResult<string>> {
  const copyId = local.newId();
  return mutate(local, async (database) => {
    const area = await database.area.get(id);
    if (!area) return { code: "missing" };
    const { estimateId } = area;
    const siblings = await database.area.where("estimateId").equals(estimateId).toArray();
    const surfaces = await database.surface.where("areaId").equals(id).toArray();
    const fields = {
      ...fieldsOf("area", area),
      name: copyName(
        area.name,
        siblings.map((sibling) => sibling.name),
      ),
      order: keyBehind(siblings, id),
    } satisfies Partial<Fields<"area">>;
    const additions = surfaces.map((surface): Operation => ({
      op: "add",
      entity: "surface",
      id: local.newId(),
      fields: { ...fieldsOf("surface", surface), areaId: copyId },
    }));
    return {
      name: "area.clone",
      estimateId,
      operations: [{ op: "add", entity: "area", id: copyId, fields }, ...additions],
      value: copyId,
    };
  });
}
