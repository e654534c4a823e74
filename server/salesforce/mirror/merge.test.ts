import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeMirrored } from "./merge.ts";

const names = ["name", "phone", "city"] as const;
const fields = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom("", "a", "b", "c")])),
);

test("reading the same row again changes nothing", () => {
  fc.assert(
    fc.property(fields, fields, (ours, said) => {
      expect(mergeMirrored(ours, said, said)).toEqual({ fields: ours, clashes: [] });
    }),
  );
});

test("each field is Salesforce's where Salesforce changed it, and ours everywhere else", () => {
  fc.assert(
    fc.property(fields, fields, fields, (ours, before, now) => {
      const merged = mergeMirrored(ours, before, now);
      for (const name of names) {
        expect(merged.fields[name]).toBe(now[name] === before[name] ? ours[name] : now[name]);
        const bothChanged =
          now[name] !== before[name] && ours[name] !== before[name] && ours[name] !== now[name];
        expect(merged.clashes.includes(name)).toBe(bothChanged);
      }
    }),
  );
});

test("a record of ours whose row is new to us only gets what it lacks", () => {
  expect(
    mergeMirrored({ name: "Jo", phone: "", salesforceAccountId: null }, null, {
      name: "Joanna",
      phone: "1",
      salesforceAccountId: "001",
    }),
  ).toEqual({ fields: { name: "Jo", phone: "1", salesforceAccountId: "001" }, clashes: [] });
});
