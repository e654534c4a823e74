import { expect, test } from "vitest";
import { customerDetail } from "./customer-detail.ts";

const customer = {
  id: "c",
  name: "Cherry Creek Café",
  phone: "",
  email: "",
  street: "6104 Hawthorn Pl",
  city: "",
  state: "CO",
  postalCode: "",
  salesforceAccountId: null,
};
const contact = {
  id: "p",
  customerId: "c",
  name: "Mara Lindt",
  phone: "(720) 555-0189",
  email: "",
  salesforceContactId: null,
};

test("a firm's row names the person to ask for, and her number when the firm has none", () => {
  expect(customerDetail({ customer, contacts: [contact], opportunities: [] })).toEqual([
    "Mara Lindt",
    "6104 Hawthorn Pl",
    "(720) 555-0189",
  ]);
});

test("a person is not named twice", () => {
  const person = { ...customer, name: "Mara Lindt" };
  expect(customerDetail({ customer: person, contacts: [contact], opportunities: [] })).toEqual([
    "6104 Hawthorn Pl",
    "(720) 555-0189",
  ]);
});
