import { expect, test } from "vitest";
import type { CustomerMatch } from "../../local/queries/customers.ts";
import { telephone, waysToReach } from "./ways-to-reach.ts";

const customer: CustomerMatch["customer"] = {
  id: "c1",
  name: "Alder Homes",
  phone: "(303) 555-0147",
  email: "",
  street: "",
  city: "",
  state: "",
  postalCode: "",
  salesforceAccountId: null,
};
const person = (name: string, phone: string, email = ""): CustomerMatch["contacts"][number] => ({
  id: name,
  customerId: "c1",
  name,
  phone,
  email,
  salesforceContactId: null,
});

test("a number is dialled without its looks, and with its extension", () => {
  expect(telephone("(303) 555-0147")).toBe("tel:3035550147");
  expect(telephone("+1 303.555.0147")).toBe("tel:+13035550147");
  expect(telephone("303-555-0147 x12")).toBe("tel:3035550147;ext=12");
  expect(telephone("303-555-0147 Ext. 12")).toBe("tel:3035550147;ext=12");
});

test("numbers come first, a shared one once and with the name to ask for", () => {
  const contacts = [
    person("Ana Peña", "303 555 0147", "ana@example.com"),
    person("Bo", "720-555-0100"),
  ];
  expect(waysToReach({ customer, contacts, opportunities: [] })).toEqual([
    { kind: "phone", href: "tel:3035550147", shown: "303 555 0147", who: "Ana Peña" },
    { kind: "phone", href: "tel:7205550100", shown: "720-555-0100", who: "Bo" },
    { kind: "email", href: "mailto:ana@example.com", shown: "ana@example.com", who: "Ana Peña" },
  ]);
});

test("nobody to reach is an empty list", () => {
  expect(
    waysToReach({ customer: { ...customer, phone: " " }, contacts: [], opportunities: [] }),
  ).toEqual([]);
});
