import { expect, test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

test("what nobody holds any more is gone at once", () => {
  const held = new WeakRef(new ArrayBuffer(1));
  // A weak reference holds its target until the end of the turn in which it was made.
  return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    collectGarbage();
    expect(held.deref()).toBeUndefined();
    expect("gc" in globalThis).toBe(false);
  });
});
