import fc from "fast-check";
import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each([
  ["/", "/"],
  ["/estimates/7?tab=price#total", "/estimates/7?tab=price#total"],
  [undefined, "/"],
  ["", "/"],
  ["estimates", "/"],
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["/\t/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/a/..//evil.example", "/"],
  ["/api/session/sign-in", "/"],
])("%s leads to %s", (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});

test("whatever is asked for, a browser stays on our origin", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "evil.example",
    "http:",
    "@",
    "?",
    "#",
    "%2f",
    "\t",
    "\n",
    " ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const url = new URL(
        returnPath(parts.join("")),
        "https://paint.example.com/api/session/callback",
      );
      expect(url.origin).toBe("https://paint.example.com");
    }),
  );
});
