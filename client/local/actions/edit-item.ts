import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

export type ItemField = Exclude<keyof Fields<"item">, "estimateId" | "order">;

export const editItem = <F extends ItemField>(
  local: Local,
  id: string,
  field: F,
  value: Fields<"item">[F],
  gesture?: string,
): Promise<SaveResult<void>> =>
  setField(local, { name: "item.edit", entity: "item", id, field, value, gesture });
