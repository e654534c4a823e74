import type { Fields } from "../../../shared/estimate/entities.ts";
import { keyAtEnd } from "../in-order.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

export type NewItem = Omit<Fields<"item">, "estimateId" | "order">;

/** Adds a free line behind the others. */
export function addItem(
  local: Local,
  estimateId: string,
  item: NewItem,
): Promise<SaveResult<string>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const siblings = await database.item.where("estimateId").equals(estimateId).toArray();
    const fields: Fields<"item"> = { ...item, estimateId, order: keyAtEnd(siblings) };
    return {
      name: "item.add",
      estimateId,
      operations: [{ op: "add", entity: "item", id, fields }],
      value: id,
    };
  });
}
