import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

/** What a painter writes about an estimate; acceptance has its own action, Salesforce's fields are the server's. */
export type EstimateField =
  | "title"
  | "street"
  | "city"
  | "state"
  | "postalCode"
  | "opportunityId"
  | "yearBuilt"
  | "leadSafe"
  | "discounts"
  | "notesForCustomer"
  | "notesForCrew"
  | "estimatorName";

export const editEstimate = <F extends EstimateField>(
  local: Local,
  id: string,
  field: F,
  value: Fields<"estimate">[F],
  gesture?: string,
): Promise<SaveResult<void>> =>
  setField(local, { name: "estimate.edit", entity: "estimate", id, field, value, gesture });
