import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

export type SurfaceField = Exclude<keyof Fields<"surface">, "estimateId" | "areaId" | "order">;

export const setSurface = <F extends SurfaceField>(
  local: Local,
  id: string,
  field: F,
  value: Fields<"surface">[F],
  gesture?: string,
): Promise<SaveResult<void>> =>
  setField(local, { name: "surface.edit", entity: "surface", id, field, value, gesture });
