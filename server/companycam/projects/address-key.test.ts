import { expect, test } from "vitest";
import { addressKey } from "./address-key.ts";

const at = (
  street: string,
  rest: Partial<{ city: string; state: string; postalCode: string }> = {},
) => addressKey({ street, city: "Golden", state: "CO", postalCode: "80401", ...rest });

test.each([
  ["1 Elm Street", "1 ELM ST."],
  ["120 North Main Avenue, Apt 4", "120 n main ave #4"],
  ["120 N. Main Ave Unit 4", "120 North Main Av., Apartment #4"],
  ["7 Peña Boulevard", "7 Pena Blvd"],
])("%s is %s", (one, other) => {
  expect(at(one)).toBe(at(other));
});

test("the ZIP code decides over the city's name, and its last four digits do not count", () => {
  expect(at("1 Elm St", { postalCode: "80401-1234", city: "golden, co" })).toBe(at("1 Elm St"));
  expect(at("1 Elm St", { postalCode: "80403" })).not.toBe(at("1 Elm St"));
});

test("without a ZIP code the city and state do", () => {
  expect(at("1 Elm St", { postalCode: "" })).toBe("1 elm st|golden co");
});

test("another house is another key, and no street is none", () => {
  expect(at("11 Elm St")).not.toBe(at("1 Elm St"));
  expect(at("1 Elm St Apt 4")).not.toBe(at("1 Elm St"));
  expect(at(" , ")).toBeNull();
});
