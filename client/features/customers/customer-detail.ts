import type { CustomerMatch } from "../../local/queries/customers.ts";

/** The second line of a customer's row: where, and whom to call; empty parts leave no trace. */
export function customerDetail({ customer, contacts }: CustomerMatch): string {
  const phone = customer.phone || contacts.find((contact) => contact.phone !== "")?.phone || "";
  return [customer.street, customer.city, phone].filter((part) => part !== "").join(" · ");
}
