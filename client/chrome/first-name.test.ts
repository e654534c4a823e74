import { expect, test } from "vitest";
import { firstName } from "./first-name.ts";

test.each([
  ["Sam Lee", "Sam"],
  ["  Ana  maría de la Cruz ", "Ana"],
  ["Cher", "Cher"],
  ["", ""],
])("%s: %s", (name, expected) => expect(firstName(name)).toBe(expected));
