import { expect, test } from "vitest";
import { stateCodeOf } from "./state-code.ts";

test.each([
  ["OR", "OR"],
  [" or ", "OR"],
  ["Oregon", "OR"],
  ["new  york", "NY"],
  ["Calif.", null],
  ["", null],
  ["constructor", null],
  ["XX", null],
])("%j is %j", (text, code) => expect(stateCodeOf(text)).toBe(code));
