import type { FieldName, Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import type { SaveResult } from "../save-result.ts";
import { setField } from "./set-field.ts";

/** What a painter writes about a customer; the link to Salesforce is the server's. */
export type CustomerField = Exclude<FieldName<"customer">, "salesforceAccountId">;

export const editCustomer = <F extends CustomerField>(
  local: Local,
  id: string,
  field: F,
  value: Fields<"customer">[F],
): Promise<SaveResult<void>> =>
  setField(local, { name: "customer.edit", entity: "customer", id, field, value });
