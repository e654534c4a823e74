import { expect, test, vi } from "vitest";
import { allowances } from "./limit-class.ts";
import { createLimits } from "./limits.ts";
import type { SharedCounts } from "./shared-counts.ts";
import type { Verdict } from "./window-counts.ts";

const clock = { now: () => 0 };
const refused: Verdict = { isWithin: false, limit: 20, remaining: 0, resetMs: 1000 };
const sharedThat = (answer: Verdict | null) =>
  vi.fn<SharedCounts["count"]>(() => Promise.resolve(answer));

test("what several processes have let through together is refused, although one would let it through", async () => {
  const limits = createLimits({ clock, shared: { count: sharedThat(refused) } });
  expect(await limits.count("pairing", "address", "a")).toEqual(refused);
});

test("when the others cannot be asked, what this process has counted stands", async () => {
  const limits = createLimits({ clock, shared: { count: sharedThat(null) } });
  const allowed = allowances.pairing.address;
  for (let request = 0; request < allowed; request += 1)
    expect((await limits.count("pairing", "address", "a"))?.isWithin).toBe(true);
  expect((await limits.count("pairing", "address", "a"))?.isWithin).toBe(false);
});

test("nobody is asked about what is refused anyway, nor about sync", () => {
  const count = sharedThat(null);
  const limits = createLimits({ clock, shared: { count } });
  for (let request = 0; request < allowances.pairing.address; request += 1)
    void limits.count("pairing", "address", "a");
  const asked = count.mock.calls.length;
  expect(limits.count("pairing", "address", "a")).toMatchObject({ isWithin: false });
  expect(limits.count("sync", "person", "maria")).toMatchObject({ isWithin: true });
  expect(count).toHaveBeenCalledTimes(asked);
});

test("classes, and kinds of keys, are counted apart", () => {
  const limits = createLimits({ clock });
  for (let request = 0; request < 100; request += 1) void limits.count("presence", "person", "a");
  expect(limits.count("presence", "person", "a")).toMatchObject({ remaining: 19 });
  expect(limits.count("presence", "address", "a")).toMatchObject({ remaining: 59_999 });
  expect(limits.count("read", "person", "a")).toMatchObject({ remaining: 1199 });
  expect(limits.count("read", "device", "a")).toBeNull();
});
