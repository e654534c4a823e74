// Dexie asks once, when it is loaded, whether there is an IndexedDB to watch: this comes first.
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { writeState } from "./database.ts";
import type { Local } from "./local.ts";
import { listTables } from "./queries/estimates.ts";
import { findEstimates } from "./queries/find-estimates.ts";
import { plainCustomer } from "./testing/plain-records.ts";
import { startEstimate } from "./testing/sample-records.ts";
import { createTablet } from "./testing/test-local.ts";
import { watchTables } from "./watch-tables.ts";

/** Nothing but the row of the customer and of the list: no edit that waits to be sent. */
async function renaming(local: Local) {
  const estimate = await local.database.estimate.get(await startEstimate(local));
  const id = estimate?.customerId ?? "";
  return (name: string) =>
    writeState(
      local.database,
      { entity: "customer", id },
      { fields: plainCustomer({ name }), deleted: false },
    );
}

test("what is sought is sought again when its words change, and not after that", async () => {
  const local = await createTablet().open();
  const rename = await renaming(local);
  const counts: number[] = [];
  const seen = watchTables(
    local.database,
    listTables,
  )(() => findEstimates(local, { text: "zebr", filter: "all" }, 10));
  const watching = seen.subscribe({
    next: ({ rows }) => counts.push(rows.length),
    error: (error) => expect.unreachable(String(error)),
  });
  await expect.poll(() => counts.at(-1)).toBe(0);
  await rename("Zebra Court HOA");
  await expect.poll(() => counts.at(-1)).toBe(1);
  await rename("Aspen Court HOA");
  await expect.poll(() => counts.at(-1)).toBe(0);
  watching.unsubscribe();
  const last = counts.length;
  await rename("Zebra Lane HOA");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(counts).toHaveLength(last);
});

test("reads before it gives its promise back, and not again for tables that it does not watch", async () => {
  const local = await createTablet().open();
  const rename = await renaming(local);
  let readings = 0;
  const read = () => Promise.resolve((readings += 1));
  const watching = watchTables(local.database, ["outbox"])(read).subscribe({
    next: () => undefined,
    error: (error) => expect.unreachable(String(error)),
  });
  expect(readings).toBe(1);
  await rename("Zebra Court HOA");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(readings).toBe(1);
  await startEstimate(local);
  await expect.poll(() => readings).toBeGreaterThan(1);
  watching.unsubscribe();
});

test("what changes while it reads is read once more, and only the last is given", async () => {
  const local = await createTablet().open();
  const rename = await renaming(local);
  const gates: (() => void)[] = [];
  const given: number[] = [];
  const read = async () => {
    const number = gates.length + 1;
    await new Promise<void>((resolve) => gates.push(resolve));
    return number;
  };
  const watching = watchTables(local.database, ["listed"])(read).subscribe({
    next: (number) => given.push(number),
    error: (error) => expect.unreachable(String(error)),
  });
  await rename("Zebra Court HOA");
  await rename("Zebra Lane HOA");
  gates[0]?.();
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.();
  await expect.poll(() => given).toEqual([2]);
  watching.unsubscribe();
});

test("a burst of changes without a pause does not keep the screen from being drawn", async () => {
  const local = await createTablet().open();
  const rename = await renaming(local);
  const given: number[] = [];
  let writes = 0;
  const watching = watchTables(local.database, ["listed"])(async () => {
    // Another change comes before the reading is over, as from two windows at once.
    if (writes < 50) await rename(`Zebra ${(writes += 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return writes;
  }).subscribe({
    next: (number) => given.push(number),
    error: (error) => expect.unreachable(String(error)),
  });
  await expect.poll(() => given.at(-1), { timeout: 10_000 }).toBe(50);
  expect(given.length).toBeGreaterThan(1);
  expect(given.length).toBeLessThan(25);
  watching.unsubscribe();
});

test("a bug of the query is told, a connection that went away is not", async () => {
  const local = await createTablet().open();
  const told: unknown[] = [];
  const fail = (failure: Error) =>
    watchTables(local.database, ["listed"])(() => Promise.reject(failure)).subscribe({
      next: () => expect.unreachable(),
      error: (error) => told.push(error),
    });
  const bug = new TypeError("a bug");
  const gone = new DOMException("the connection is closed", "AbortError");
  fail(gone);
  fail(bug);
  await expect.poll(() => told).toEqual([bug]);
});
