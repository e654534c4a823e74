import { expect, test } from "vitest";
import { fileStamp } from "./file-stamp.ts";

test("a moment in the name of a file has its second, and nothing that a file system refuses", () => {
  expect(fileStamp(Date.parse("2026-03-04T05:06:07.890Z"))).toBe("20260304T050607Z");
});
