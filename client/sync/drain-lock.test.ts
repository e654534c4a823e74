import { expect, test } from "vitest";
import { createDrainLock, LOCK_PATIENCE_MS } from "./drain-lock.ts";

const work = () => Promise.resolve("drained");
const name = "paintbox-sync-test";

test("drains when no other tab does", async () => {
  expect(await createDrainLock(navigator.locks, name, Date.now)(work)).toEqual({
    ran: true,
    value: "drained",
  });
});

test("leaves it to the tab that drains, but not for ever", async () => {
  let time = 0;
  const inTurn = createDrainLock(navigator.locks, name, () => time);
  const frozen = Promise.withResolvers<void>();
  await new Promise<void>((resolve) => {
    void navigator.locks.request(name, () => {
      resolve();
      return frozen.promise;
    });
  });
  expect(await inTurn(work)).toEqual({ ran: false });
  time = LOCK_PATIENCE_MS - 1;
  expect(await inTurn(work)).toEqual({ ran: false });
  time = LOCK_PATIENCE_MS;
  expect(await inTurn(work)).toEqual({ ran: true, value: "drained" });
  frozen.resolve();
});

test("drains in a browser without locks", async () => {
  expect(await createDrainLock(undefined, name, Date.now)(work)).toMatchObject({ ran: true });
});
