import { beforeEach, expect, test } from "vitest";
import { type Area, chargeOf } from "../shared/cache-budget.ts";
import { Budget, type Kept } from "./budget.ts";
import { FakeWorker, FakeWorld } from "./testing/fake-world.ts";

/** Three pictures of a thousand bytes. */
const limits = {
  static: { maxBytes: 9_000, maxFileBytes: 4_000 },
  images: { maxBytes: 3 * chargeOf(1_000), maxFileBytes: 2_000 },
};
let world: FakeWorld;
let budget: Budget;

beforeEach(() => {
  world = new FakeWorld(limits);
  budget = new Budget(new FakeWorker(world).parts);
});

/** Lets everything happen that the work waits for. */
async function done<T>(work: Promise<T>): Promise<T> {
  while (await world.letHappen(0));
  return work;
}

const keep = (
  url: string,
  bytes: number,
  more: object = {},
  area: Area = "images",
): Promise<Kept> =>
  done(
    budget.keep({
      area,
      url: `https://tablet/${url}`,
      body: new Uint8Array(bytes),
      contentType: String(bytes),
      ...more,
    }),
  );
const here = (area: Area = "images"): readonly string[] =>
  [...world.caches[area].keys()].map((url) => new URL(url).pathname.slice(1));

test("what was used longest ago makes room, and what was looked at meanwhile stays", async () => {
  for (const url of ["a", "b", "c"]) expect(await keep(url, 1_000)).toBe("kept");
  budget.touch("images", "https://tablet/a");
  expect(await keep("d", 1_000)).toBe("kept");
  expect(here()).toEqual(["a", "c", "d"]);
});

test("a use that was written down counts for the next worker too", async () => {
  for (const url of ["a", "b", "c"]) await keep(url, 1_000);
  budget.touch("images", "https://tablet/a");
  await done(budget.writeTouches());
  budget = new Budget(new FakeWorker(world).parts);
  await keep("d", 1_000);
  expect(here()).toEqual(["a", "c", "d"]);
});

test("each area has its own limits: of a file, and of the whole", async () => {
  for (const url of ["a", "b", "c"]) await keep(url, 1_000);
  expect(await keep("large", 2_001)).toBe("too-large");
  expect(await keep("large", 4_000, {}, "static")).toBe("kept");
  expect([here(), here("static")]).toEqual([["a", "b", "c"], ["large"]]);
});

test("the same address again is one entry, with its new size", async () => {
  await keep("a", 1_000);
  await keep("a", 2_000);
  expect((await done(budget.entries())).map(({ bytes }) => bytes)).toEqual([chargeOf(2_000)]);
});

test("what nobody wants any more when its turn comes is not kept", async () => {
  expect(await keep("a", 10, { isStillWanted: async () => false })).toBe("unwanted");
  expect(here()).toEqual([]);
});

test("a full disk: the pictures go, and it is tried once more", async () => {
  await keep("a", 1_000);
  world.fullFor = 1;
  expect(await keep("b", 1_000)).toBe("kept");
  expect(here()).toEqual(["b"]);
});

test("a disk that stays full: not kept, and nothing of it is on the books", async () => {
  await keep("a", 1_000);
  world.fullFor = 2;
  expect(await keep("b", 1_000)).toBe("no-room");
  expect(await done(budget.entries())).toEqual([]);
  expect(here()).toEqual([]);
});

test("emptied: nothing is there, and what has to follow is done before anybody else writes", async () => {
  await keep("a", 1_000);
  const isAlone: boolean[] = [];
  await done(budget.empty("images", async () => void isAlone.push(world.holder !== null)));
  expect([here(), world.ledger.size, isAlone]).toEqual([[], 0, [true]]);
});

test("a claim of a worker that was stopped before it could put goes with the next worker's start", async () => {
  const claimed = {
    key: "images https://tablet/x",
    area: "images",
    url: "https://tablet/x",
    bytes: 3_000,
    usedAt: 1,
  } as const;
  world.ledger.set(claimed.key, claimed);
  expect(await done(budget.entries())).toEqual([]);
});

test("entries that are on no book are measured before anything is written; too large ones go", async () => {
  world.caches.images.set("https://tablet/lost", 700);
  world.caches.images.set("https://tablet/huge", 2_001);
  expect(await done(budget.entries())).toMatchObject([
    { url: "https://tablet/lost", bytes: chargeOf(700) },
  ]);
  expect(here()).toEqual(["lost"]);
});
