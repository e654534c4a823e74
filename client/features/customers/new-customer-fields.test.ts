import { expect, test } from "vitest";
import { emptyCustomer } from "./new-customer-fields.ts";

test("a searched name becomes the name", () => {
  expect(emptyCustomer(" Ana Peña ")).toMatchObject({ name: "Ana Peña", phone: "" });
});

test("a searched phone number becomes the phone number", () => {
  expect(emptyCustomer("(512) 555-01")).toMatchObject({ name: "", phone: "(512) 555-01" });
});

test("a street with a number is not a phone number", () => {
  expect(emptyCustomer("12 Oak")).toMatchObject({ name: "12 Oak", phone: "" });
});
