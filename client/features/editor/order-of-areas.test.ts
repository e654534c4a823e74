import fc from "fast-check";
import { expect, test } from "vitest";
import { neighbourBefore } from "./order-of-areas.ts";

test("a step up or down names the area to stand behind", () => {
  const ids = ["a", "b", "c"];
  expect(neighbourBefore(ids, "c", -1)).toBe("a");
  expect(neighbourBefore(ids, "b", -1)).toBeNull();
  expect(neighbourBefore(ids, "a", 1)).toBe("b");
  expect(neighbourBefore(ids, "a", -1)).toBeUndefined();
  expect(neighbourBefore(ids, "c", 1)).toBeUndefined();
  expect(neighbourBefore(ids, "gone", 1)).toBeUndefined();
});

test("a step and its way back leave the order as it was", () => {
  const put = (ids: readonly string[], id: string, after: string | null) => {
    const others = ids.filter((other) => other !== id);
    return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, id);
  };
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(ids, fc.nat(), (order, pick) => {
      const id = order[pick % (order.length - 1)] ?? "";
      const moved = put(order, id, neighbourBefore(order, id, 1) ?? null);
      expect(moved.indexOf(id)).toBe(order.indexOf(id) + 1);
      expect(put(moved, id, neighbourBefore(moved, id, -1) ?? null)).toEqual(order);
    }),
  );
});
