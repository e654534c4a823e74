import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { AREAS } from "../shared/cache-budget.ts";
import { Budget } from "./budget.ts";
import { WorkerDatabase } from "./database.ts";
import { factsIn } from "./facts.ts";
import { FakeWorker, FakeWorld } from "./testing/fake-world.ts";
import { Who } from "./who.ts";

let world: FakeWorld;
let who: Who;

beforeEach(() => {
  world = new FakeWorld(AREAS);
  const budget = new Budget(new FakeWorker(world).parts);
  who = new Who(factsIn(new WorkerDatabase(new IDBFactory())), budget);
});

/** Real databases answer in their own time: until then there may be no step to let happen. */
async function become(name: string | null): Promise<void> {
  const turn = { isOver: false };
  const work = who.become(name).finally(() => {
    turn.isOver = true;
  });
  while (!turn.isOver) if (!(await world.letHappen(0))) await new Promise((go) => setImmediate(go));
  return work;
}

test("nobody is here until a page says who", async () => expect(await who.here()).toBeNull());

test("another person's pictures go before the name changes; the same person's stay", async () => {
  await become("erin");
  world.caches.images.set("https://tablet/porch", 10);
  world.caches.static.set("https://tablet/old.js", 10);
  await become("erin");
  expect(world.caches.images.size).toBe(1);
  await become("noah");
  expect([world.caches.images.size, world.caches.static.size]).toEqual([0, 1]);
  expect(await who.here()).toBe("noah");
});

test("whoever signs out leaves no pictures", async () => {
  await become("erin");
  world.caches.images.set("https://tablet/porch", 10);
  await become(null);
  expect([world.caches.images.size, await who.here()]).toEqual([0, null]);
});
