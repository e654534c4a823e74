import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { HttpTablet, newId } from "../e2e/fixtures/http-tablet.ts";
import { groundOf, sampleJob } from "../e2e/fixtures/sample-job.ts";
import { Stack } from "../e2e/fixtures/stack.ts";
import { Tablet } from "../e2e/fixtures/tablet.ts";
import { signIn } from "../e2e/page-models/sign-in.ts";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { slowDown, TABLET_SLOWDOWN } from "./fixtures/slow-page.ts";

/**
 * A tablet that is new: from the moment its records begin to come until all of them are on its disk, 10,000 customers
 * and 1,000 estimates with a measured room each, in strict transactions, with a processor four times slower. Baseline:
 * the same rows, as they stand in the tablet's tables then, put into bare IndexedDB without an index, in strict
 * transactions of 1,000, in the same page.
 */
export const name = "first-sync";

const CUSTOMERS = 10_000;
const ESTIMATES = 1000;
const WITHIN_MS = 300_000;
const LOOK_MS = 200;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const stack = await Stack.start();
  try {
    const records = await fill(stack.url);
    const tablet = await Tablet.unpack(stack.url);
    try {
      const { page } = tablet;
      await slowDown(page, TABLET_SLOWDOWN);
      await signIn(page, "Erin");
      const begun = performance.now();
      await everythingOn(page);
      const seconds = (performance.now() - begun) / 1000;
      const bare = (await page.evaluate(putEverything)) / 1000;
      yield { label: "all on the tablet", value: seconds, unit: "s", baseline: bare };
      yield { label: "records", value: records, unit: "records" };
      yield { label: "on its disk", value: await usedBytes(page), unit: "bytes" };
    } finally {
      await tablet.throwAway();
    }
  } finally {
    await stack.stop();
  }
}

/** @returns how many records the server holds then. */
async function fill(url: string): Promise<number> {
  const office = await HttpTablet.signIn(url, "erin.vega@brightcoat.example");
  let ground = groundIn(await office.pullEverything());
  while (!ground) ground = groundIn(await office.pullEverything());
  for (let number = 0; number < CUSTOMERS; number += 1) {
    const fields = {
      name: `Customer ${number}`,
      phone: `303 555 ${String(number).padStart(4, "0")}`,
      email: `customer${number}@example.com`,
      street: `${number} Oak Street`,
      city: "Denver",
      state: "CO",
      postalCode: "80202",
      salesforceAccountId: null,
    };
    const add = { op: "add" as const, entity: "customer" as const, id: newId(), fields };
    office.make({ name: "customer.create", operations: [add] });
  }
  for (let number = 0; number < ESTIMATES; number += 1)
    for (const mutation of sampleJob(ground, number).mutations.slice(0, -1)) office.make(mutation);
  while (office.waiting > 0) await office.push();
  return (await office.pullEverything()).length;
}

function groundIn(records: Awaited<ReturnType<HttpTablet["pullEverything"]>>) {
  const mirrored = records.some(({ entity }) => entity === "customer");
  return mirrored ? groundOf(records) : null;
}

/** Looks now and then: each look is work for the page as well. */
async function everythingOn(page: Page): Promise<void> {
  const patience = AbortSignal.timeout(WITHIN_MS);
  const wanted = { customers: CUSTOMERS, estimates: ESTIMATES };
  while (!(await page.evaluate(hasEverything, wanted)))
    await pause(LOOK_MS, undefined, { signal: patience });
}

/** Runs in the page. */
async function hasEverything(wanted: { customers: number; estimates: number }): Promise<boolean> {
  const named = (await indexedDB.databases()).find(({ name: own }) =>
    own?.startsWith("paintbox-0"),
  );
  if (!named?.name) return false;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(named.name ?? "");
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(opening.error));
  });
  const count = (store: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const counting = database.transaction(store).objectStore(store).count();
      counting.addEventListener("success", () => resolve(counting.result));
      counting.addEventListener("error", () => reject(counting.error));
    });
  try {
    const [customers, estimates] = [await count("customer"), await count("estimate")];
    return customers >= wanted.customers && estimates >= wanted.estimates;
  } finally {
    database.close();
  }
}

/** Runs in the page: milliseconds that bare IndexedDB takes for the rows of this tablet. */
async function putEverything(): Promise<number> {
  const open = (file: string, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(file);
      opening.addEventListener("upgradeneeded", () => upgrade(opening.result));
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
  const named = (await indexedDB.databases()).find(({ name: own }) =>
    own?.startsWith("paintbox-0"),
  );
  const ours = await open(named?.name ?? "", () => undefined);
  const rows: unknown[] = [];
  for (const store of ["customer", "contact", "opportunity", "estimate", "area", "surface"])
    await new Promise((resolve, reject) => {
      const reading = ours.transaction(store).objectStore(store).getAll();
      reading.addEventListener("success", () => resolve(rows.push(...reading.result)));
      reading.addEventListener("error", () => reject(reading.error));
    });
  ours.close();
  const bare = await open("bench-floor", (database) => database.createObjectStore("row"));
  const begun = performance.now();
  for (let start = 0; start < rows.length; start += 1000) {
    const transaction = bare.transaction("row", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("row");
    for (const [index, row] of rows.slice(start, start + 1000).entries())
      store.put(row, start + index);
    await new Promise((resolve, reject) => {
      transaction.addEventListener("complete", resolve);
      transaction.addEventListener("abort", reject);
    });
  }
  const milliseconds = performance.now() - begun;
  bare.close();
  return milliseconds;
}

const usedBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
