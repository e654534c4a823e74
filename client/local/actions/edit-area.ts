import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

/** What a painter keys in about an area; its place in the list changes through `moveArea`. */
export type AreaField = Exclude<keyof Fields<"area">, "estimateId" | "order">;

export const editArea = <F extends AreaField>(
  local: Local,
  id: string,
  field: F,
  value: Fields<"area">[F],
  gesture?: string,
): Promise<SaveResult<void>> =>
  setField(local, { name: "area.edit", entity: "area", id, field, value, gesture });
