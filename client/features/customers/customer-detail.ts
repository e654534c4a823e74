import type { CustomerMatch } from "../../local/queries/customers.ts";

/** The second line of a customer's row: whom to ask for, where, and the number; empty parts leave no trace. */
export function customerDetail({ customer, contacts }: CustomerMatch): string {
  const people = contacts
    .map(({ name }) => name)
    .filter((name) => name !== "" && !customer.name.includes(name));
  const phone = customer.phone || contacts.find((contact) => contact.phone !== "")?.phone || "";
  return [people.join(", "), customer.street, customer.city, phone]
    .filter((part) => part !== "")
    .join(" · ");
}
