import { useMemo } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { type Typing, useTyping } from "../../chrome/use-typing.ts";
import { type CustomerField, editCustomer } from "../../local/actions/edit-customer.ts";
import { useLocal } from "../../local/local-context.tsx";

export interface CustomerTyping extends Pick<Typing, "leave"> {
  readonly text: (field: CustomerField) => string;
  readonly type: (field: CustomerField, text: string) => void;
}

/** Typing into a customer: every key is saved. No estimate's undo takes it back, because it belongs to all of them. */
export function useCustomerTyping(customer: RecordOf<"customer">): CustomerTyping {
  const local = useLocal();
  const { id } = customer;
  const stored = useMemo(() => storedTexts(customer), [customer]);
  const { text, type, leave } = useTyping(id, stored);
  return {
    text,
    leave,
    type: (field, typed) => type(field, typed, () => editCustomer(local, id, field, typed)),
  };
}

const storedTexts = (customer: RecordOf<"customer">): Readonly<Record<CustomerField, string>> => ({
  name: customer.name,
  phone: customer.phone,
  email: customer.email,
  street: customer.street,
  city: customer.city,
  state: customer.state,
  postalCode: customer.postalCode,
});
