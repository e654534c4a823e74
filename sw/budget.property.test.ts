import fc from "fast-check";
import { expect, test } from "vitest";
import { type Area, areaNames } from "../shared/cache-budget.ts";
import { Budget } from "./budget.ts";
import { FakeWorker, FakeWorld } from "./testing/fake-world.ts";

/** Room for three or four entries each: whatever is kept, something else has to go. */
const limits = {
  static: { maxBytes: 9_000, maxFileBytes: 4_000 },
  images: { maxBytes: 7_000, maxFileBytes: 2_000 },
};
const WORKERS = 3;

type Act =
  | {
      readonly do: "keep";
      readonly worker: number;
      readonly area: Area;
      readonly page: number;
      readonly bytes: number;
    }
  | { readonly do: "happen"; readonly pick: number }
  | { readonly do: "stop" | "empty" | "touch"; readonly worker: number }
  | { readonly do: "stop all" | "lose the ledger" }
  | { readonly do: "full"; readonly times: number };

const worker = fc.nat({ max: WORKERS - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("keep" as const),
      worker,
      area: fc.constantFrom(...areaNames),
      page: fc.nat({ max: 5 }),
      bytes: fc.nat({ max: 4_200 }),
    }),
  },
  {
    weight: 40,
    arbitrary: fc.record({ do: fc.constant("happen" as const), pick: fc.nat({ max: 9 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("stop" as const, "empty", "touch"), worker }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("stop all" as const, "lose the ledger") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("full" as const),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

/** A worker and the budget of its life; whatever it rejects with, the world has to stay right. */
const start = (world: FakeWorld): { readonly life: FakeWorker; readonly budget: Budget } => {
  const life = new FakeWorker(world);
  return { life, budget: new Budget(life.parts) };
};
const ignored = (work: Promise<unknown>): void => void work.catch(() => undefined);

test("workers that write at once, and are stopped between any two steps, never have more than the limit or than is on the books", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 250, size: "max" }), async (acts) => {
      const world = new FakeWorld(limits);
      const lives = Array.from({ length: WORKERS }, () => start(world));
      let lostAt = -1;
      const stop = (at: number): void => {
        lives[at]?.life.stop();
        lives[at] = start(world);
      };
      const isLedgerLost = (): boolean => lostAt === world.opening;
      for (const one of acts) {
        const budget = "worker" in one ? lives[one.worker]?.budget : undefined;
        switch (one.do) {
          case "keep": {
            const url = `https://tablet/${one.page}`;
            const body = new Uint8Array(one.bytes);
            const wanted = { area: one.area, url, body, contentType: String(one.bytes) };
            if (budget) ignored(budget.keep(wanted));
            break;
          }
          case "happen":
            await world.letHappen(one.pick);
            break;
          case "touch":
            budget?.touch("images", "https://tablet/1");
            if (budget) ignored(budget.writeTouches());
            break;
          case "empty":
            if (budget) ignored(budget.empty("images"));
            break;
          case "stop":
            stop(one.worker);
            break;
          case "stop all":
            for (const at of lives.keys()) stop(at);
            break;
          case "lose the ledger":
            world.loseLedger();
            lostAt = world.opening;
            break;
          case "full":
            world.fullFor = one.times;
            break;
        }
        expect(world.fault({ isLedgerLost: isLedgerLost() })).toBeNull();
      }
      // A night later: a worker starts alone, and the books are right to the byte.
      for (const at of lives.keys()) stop(at);
      world.fullFor = 0;
      const morning = start(world).budget.entries();
      while (await world.letHappen(0)) expect(world.fault({ isLedgerLost: true })).toBeNull();
      expect(world.fault({ isLedgerLost: false })).toBeNull();
      for (const area of areaNames) {
        const entries = (await morning).filter((entry) => entry.area === area);
        expect(entries.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(world.charged(area));
      }
    }),
    { numRuns: 400 },
  );
});
