import fc from "fast-check";
import { expect, test } from "vitest";
import { quoted, toSoql } from "./soql.ts";

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
/** How Salesforce reads a literal: up to the first quote that no backslash precedes. */
function read(literal: string): string {
  expect(literal).toMatch(/^'(?:[^'\\]|\\.)*'$/s);
  return literal
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, character: string) => ESCAPED[character] ?? character);
}

test("any text survives its literal, and none ends it early", () => {
  const hostile = fc.string({
    unit: fc.constantFrom("'", "\\", '"', "\n", "\r", "\t", "\b", "\f", "a", " ", "%"),
  });
  fc.assert(
    fc.property(
      fc.oneof(hostile, fc.string({ unit: "grapheme" })),
      (text) => read(quoted(text)) === text,
    ),
  );
});

test("says a keyset page", () => {
  const stamp = new Date("2026-06-01T15:00:00.000Z");
  expect(
    toSoql({
      from: "Account",
      select: ["Id", "Account.Name"],
      where: {
        any: [
          { field: "SystemModstamp", is: ">", value: stamp },
          {
            all: [
              { field: "SystemModstamp", is: "=", value: stamp },
              { field: "Id", is: ">", value: "001" },
            ],
          },
        ],
      },
      orderBy: ["SystemModstamp", "Id"],
      limit: 2000,
    }),
  ).toBe(
    "SELECT Id, Account.Name FROM Account WHERE (SystemModstamp > 2026-06-01T15:00:00.000Z OR " +
      "(SystemModstamp = 2026-06-01T15:00:00.000Z AND Id > '001')) ORDER BY SystemModstamp, Id LIMIT 2000",
  );
});

test.each(["Id FROM User --", "a b", "", "Name'", "1a"])("refuses %j as a name", (name) => {
  expect(() => toSoql({ from: "Account", select: [name] })).toThrow(TypeError);
});
