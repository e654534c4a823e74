import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { removal } from "./remove-record.ts";

export const removeItem = (local: Local, id: string): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const item = await database.item.get(id);
    if (!item) return { code: "missing" };
    return {
      name: "item.remove",
      estimateId: item.estimateId,
      operations: [removal("item", item)],
      value: undefined,
    };
  });
