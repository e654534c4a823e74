import fc from "fast-check";
import { expect, test } from "vitest";
import { leavesOf, sameJson, valueAt, withValueAt } from "./json.ts";

const rate = { labour: { byCoats: [{ value: "110" }, { value: "80" }] }, key: "walls" };

test("reads and writes by path and leaves the rest as it was", () => {
  expect(valueAt(rate, "labour.byCoats.1.value")).toBe("80");
  const after = withValueAt(rate, "labour.byCoats.1.value", "90");
  expect(after).toEqual({ ...rate, labour: { byCoats: [{ value: "110" }, { value: "90" }] } });
  expect(rate.labour.byCoats[1]?.value).toBe("80");
});

test("undefined takes a name or an element out", () => {
  expect(withValueAt(rate, "labour", undefined)).toEqual({ key: "walls" });
  expect(withValueAt(rate, "labour.byCoats.0", undefined)).toEqual({
    ...rate,
    labour: { byCoats: [{ value: "80" }] },
  });
});

test("an element is added behind the last one; names that every object has are not ours", () => {
  expect(withValueAt({ list: ["a"] }, "list.1", "b")).toEqual({ list: ["a", "b"] });
  expect(valueAt({}, "constructor.name")).toBeUndefined();
  expect(withValueAt({}, "toString", 1)).toEqual({ toString: 1 });
});

test("writing what stands there changes nothing", () => {
  fc.assert(
    fc.property(fc.object({ key: fc.stringMatching(/^[a-z]{1,4}$/), maxDepth: 3 }), (whole) => {
      const json: unknown = JSON.parse(JSON.stringify(whole));
      for (const [path, value] of leavesOf(json))
        expect(sameJson(withValueAt(json, path, value), json)).toBe(true);
    }),
  );
});
