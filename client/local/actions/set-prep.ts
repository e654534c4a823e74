import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";

export type Prep = Pick<Fields<"surface">, "prep" | "prepHours" | "prepTasks">;

const prepFields = ["prep", "prepHours", "prepTasks"] as const;

/** Says how a surface is prepared in one step: changing from hours to a level leaves no hours behind. */
export const setPrep = (
  local: Local,
  id: string,
  wanted: Partial<Prep>,
): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const surface = await database.surface.get(id);
    if (!surface) return { code: "missing" };
    const operations = prepFields.flatMap((field): Operation[] => {
      const [from, to] = [surface[field], wanted[field]];
      return to === undefined || to === from
        ? []
        : [{ op: "set", entity: "surface", id, field, from, to }];
    });
    return {
      name: "surface.edit",
      estimateId: surface.estimateId,
      operations,
      value: undefined,
    };
  });
