import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { removal } from "./remove-record.ts";

export const removeSurface = (local: Local, id: string): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const surface = await database.surface.get(id);
    if (!surface) return { code: "missing" };
    return {
      name: "surface.remove",
      estimateId: surface.estimateId,
      operations: [removal("surface", surface)],
      value: undefined,
    };
  });
