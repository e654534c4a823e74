import { expect, test } from "vitest";
import { updateWaits } from "./update-waits.ts";

const worker = new (class extends EventTarget {
  readonly scriptURL = "/sw.js";
  readonly state = "installed";
  readonly onstatechange = null;
  readonly onerror = null;
  postMessage(): void {}
})();

test("a worker that waits is an update only behind one that serves", () => {
  expect(updateWaits({ active: worker, waiting: worker })).toBe(true);
  expect(updateWaits({ active: null, waiting: worker })).toBe(false);
  expect(updateWaits({ active: worker, waiting: null })).toBe(false);
  expect(updateWaits(undefined)).toBe(false);
});
