import type { Fields } from "../../../shared/estimate/entities.ts";
import { keyBetween } from "../../../shared/order.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { keyAtEnd } from "../in-order.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

export type NewArea = Omit<Fields<"area">, "estimateId" | "order">;
export type NewSurface = Omit<Fields<"surface">, "estimateId" | "areaId" | "order">;

/** Adds a room or a side behind the others, with the surfaces it starts with, in one edit. */
export function addArea(
  local: Local,
  estimateId: string,
  area: NewArea,
  surfaces: readonly NewSurface[],
): Promise<SaveResult<string>> {
  const id = local.newId();
  return mutate(local, async (database) => {
    const siblings = await database.area.where("estimateId").equals(estimateId).toArray();
    const fields: Fields<"area"> = { ...area, estimateId, order: keyAtEnd(siblings) };
    return {
      name: "area.add",
      estimateId,
      operations: [
        { op: "add", entity: "area", id, fields },
        ...surfaceAdditions(local, estimateId, id, surfaces),
      ],
      value: id,
    };
  });
}

/** Surfaces of a new area, in the order given. */
export function surfaceAdditions(
  local: Local,
  estimateId: string,
  areaId: string,
  surfaces: readonly NewSurface[],
): readonly Operation[] {
  let order: string | null = null;
  return surfaces.map((surface) => {
    order = keyBetween(order, null);
    const fields: Fields<"surface"> = { ...surface, estimateId, areaId, order };
    return { op: "add", entity: "surface", id: local.newId(), fields };
  });
}
