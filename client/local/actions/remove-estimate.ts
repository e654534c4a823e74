import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import { removal } from "./remove-record.ts";

/**
 * Takes an estimate out of the list; `undo` brings it back. Its areas stay as they are, out of reach:
 * what another tablet writes into them meanwhile is there when the estimate returns.
 */
export const removeEstimate = (local: Local, id: string): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const estimate = await database.estimate.get(id);
    if (!estimate) return { code: "missing" };
    return {
      name: "estimate.remove",
      estimateId: id,
      operations: [removal("estimate", estimate)],
      value: undefined,
    };
  });
