import { expect, test } from "vitest";
import { createRandom } from "./random.ts";
import { Actor, Scheduler } from "./scheduler.ts";

const orderOf = async (seed: number): Promise<string> => {
  const scheduler = new Scheduler(createRandom(seed), 0);
  const [ana, ben] = [new Actor("ana"), new Actor("ben")];
  let order = "";
  for (let count = 1; count <= 5; count += 1)
    for (const actor of [ana, ben])
      scheduler.post(actor, () => {
        order += `${actor.name[0]}${count}`;
      });
  await scheduler.run({ turns: 10 });
  return order;
};

test("each actor's work in its order, the actors' turns by the seed", async () => {
  const orders = await Promise.all([1, 2, 3, 4, 5].map(orderOf));
  expect(await orderOf(1)).toBe(orders[0]);
  expect(new Set(orders).size).toBeGreaterThan(1);
  for (const order of orders) expect(order.replaceAll(/b\d/g, "")).toBe("a1a2a3a4a5");
});

test("time moves to the next timer when nobody has anything to do", async () => {
  const scheduler = new Scheduler(createRandom(1), 0);
  const actor = new Actor("ana");
  const times: number[] = [];
  scheduler.later(actor, () => times.push(Math.floor(scheduler.now)), 60_000);
  scheduler.later(actor, () => times.push(Math.floor(scheduler.now)), 1_000);
  const cancel = scheduler.later(actor, () => times.push(Number.NaN), 2_000);
  cancel();
  await scheduler.run({ milliseconds: 100_000 });
  expect(times).toEqual([1_000, 60_000]);
  expect(scheduler.now).toBe(100_000);
});

test("whoever is killed does nothing any more, whoever is frozen does it later", async () => {
  const scheduler = new Scheduler(createRandom(1), 0);
  const [killed, frozen] = [new Actor("killed"), new Actor("frozen")];
  const done: string[] = [];
  for (const actor of [killed, frozen]) {
    scheduler.post(actor, () => done.push(actor.name));
    scheduler.later(actor, () => done.push(`${actor.name} later`), 10);
  }
  scheduler.kill(killed);
  scheduler.freeze(frozen);
  await scheduler.run({ milliseconds: 50 });
  expect(done).toEqual([]);
  scheduler.thaw(frozen);
  await scheduler.run({ milliseconds: 50 });
  expect(done).toEqual(["frozen", "frozen later"]);
});
