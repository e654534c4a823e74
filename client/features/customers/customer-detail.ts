import { siteLine } from "../../chrome/site-line.ts";
import type { CustomerMatch } from "../../local/queries/customers.ts";

/** What tells a customer's row from the next: whom to ask for, where, and the number; what is not known is left out. */
export function customerDetail({ customer, contacts }: CustomerMatch): readonly string[] {
  const people = contacts
    .map(({ name }) => name)
    .filter((name) => name !== "" && !customer.name.includes(name));
  const phone = customer.phone || contacts.find((contact) => contact.phone !== "")?.phone || "";
  return [people.join(", "), siteLine(customer) ?? "", phone].filter((part) => part !== "");
}
