import { expect, test } from "vitest";
import { recordIdOf } from "./record-id.ts";

test("both lengths of an id name the same record; the long one is what we keep", () => {
  expect(recordIdOf("Account", "001R00000033I6A")).toBe("001R00000033I6AIAU");
  expect(recordIdOf("Account", "001R00000033I6AIAU")).toBe("001R00000033I6AIAU");
});

test.each([
  ["another kind of record", "003R00000033I6A"],
  ["lost capitals", "001r00000033i6aIAU"],
  ["a wrong checksum", "001R00000033I6AIAA"],
  ["sixteen characters", "001R00000033I6AI"],
  ["a path", "001/../../query"],
  ["nothing", ""],
])("%s is no id of an Account", (_what, text) => {
  expect(recordIdOf("Account", text)).toBeNull();
});
