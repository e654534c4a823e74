import { expect, test } from "vitest";
import { crm } from "../../words/crm.ts";
import { customerLines, type CustomerPicture } from "./customer-lines.ts";

const w = crm.en;
const ours: CustomerPicture = {
  name: "Amara Ramírez",
  phone: "(303) 555-0199",
  email: "",
  street: "9 Juniper Lane",
  city: "Denver",
};
const differing = (customer: CustomerPicture, other: CustomerPicture | null) =>
  customerLines(customer, other, w).flatMap(({ about, differs }) => (differs ? [about] : []));

test("the same customer, written otherwise, does not differ", () => {
  const same = {
    ...ours,
    name: "amara  RAMIREZ",
    phone: "+1 303 555 0199",
    street: "9, Juniper Lane",
  };
  expect(differing(ours, same)).toEqual([]);
  expect(differing(same, ours)).toEqual([]);
});

test("what differs is marked on both sides, also where one of them has nothing", () => {
  const other = { ...ours, phone: "(303) 555-0142", email: "amara@example.com" };
  expect(differing(ours, other)).toEqual(["phone", "email"]);
  expect(differing(other, ours)).toEqual(["phone", "email"]);
  expect(customerLines(ours, other, w)).toContainEqual({
    about: "email",
    text: "No e-mail address",
    differs: true,
  });
});

test("with nobody to compare with, or one of whom nothing is known, nothing is marked", () => {
  const unknown = { name: "", phone: "", email: "", street: "", city: "" };
  expect(differing(ours, null)).toEqual([]);
  expect(differing(ours, unknown)).toEqual([]);
  expect(customerLines(ours, null, w).map(({ text }) => text)).toEqual([
    "Amara Ramírez",
    "(303) 555-0199",
    "9 Juniper Lane, Denver",
  ]);
  expect(customerLines(unknown, ours, w)).toEqual([]);
});
