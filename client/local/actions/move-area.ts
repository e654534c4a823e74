import { keyBehind } from "../in-order.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

/** Moves an area right behind another one, or to the front for null. Only its own order key changes. */
export const moveArea = (
  local: Local,
  id: string,
  afterId: string | null,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const area = await database.area.get(id);
    if (!area) return { code: "missing" };
    const { estimateId, order: from } = area;
    const siblings = await database.area.where("estimateId").equals(estimateId).toArray();
    const others = siblings.filter((sibling) => sibling.id !== id);
    if (afterId !== null && !others.some((sibling) => sibling.id === afterId))
      return { code: "missing" };
    const to = keyBehind(others, afterId);
    return {
      name: "area.move",
      estimateId,
      operations: from === to ? [] : [{ op: "set", entity: "area", id, field: "order", from, to }],
      value: undefined,
    };
  });
