import { expect, test } from "vitest";
import { addressLines } from "./address-lines.ts";

const alder = { street: "412 Alder St", city: "Dayton", state: "OH", postalCode: "45402" };

test("an address reads as on an envelope", () => {
  expect(addressLines(alder)).toEqual(["412 Alder St", "Dayton, OH 45402"]);
});

test("what is not known leaves no comma behind", () => {
  expect(addressLines({ ...alder, city: "" })).toEqual(["412 Alder St", "OH 45402"]);
  expect(addressLines({ ...alder, street: " ", state: "", postalCode: "" })).toEqual(["Dayton"]);
  expect(addressLines({ street: "", city: "", state: "", postalCode: "" })).toEqual([]);
});
