import type { Fields } from "../../../shared/estimate/entities.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { SaveResult } from "../save-result.ts";
import type { CustomerField } from "./edit-customer.ts";

export type NewCustomer = Pick<Fields<"customer">, "name"> &
  Partial<Pick<Fields<"customer">, CustomerField>>;

const blank = { phone: "", email: "", street: "", city: "", state: "", postalCode: "" };

/** Makes a customer on the spot, in the driveway; the server finds or makes the Account behind it. */
export function createCustomer(local: Local, customer: NewCustomer): Promise<SaveResult<string>> {
  const id = local.newId();
  const fields = { ...blank, ...customer, salesforceAccountId: null };
  return mutate(local, () =>
    Promise.resolve({
      name: "customer.create",
      estimateId: "",
      operations: [{ op: "add", entity: "customer", id, fields }],
      value: id,
    }),
  );
}
