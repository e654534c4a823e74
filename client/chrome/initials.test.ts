import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test.each([
  ["Sam Lee", "SL"],
  ["  ana maría de la Cruz ", "AC"],
  ["Cher", "C"],
  ["Émile Øst", "ÉØ"],
  ["𝒮am", "𝒮"],
  ["", ""],
])("%s: %s", (name, expected) => expect(initials(name)).toBe(expected));
