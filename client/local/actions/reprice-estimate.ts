import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

/** Prices an estimate with another version of the price book from now on; undo goes back to the one it kept. */
export const repriceEstimate = (
  local: Local,
  id: string,
  priceBookId: string,
): Promise<SaveResult<void>> =>
  setField(local, {
    name: "estimate.reprice",
    entity: "estimate",
    id,
    field: "priceBookId",
    value: priceBookId,
  });
