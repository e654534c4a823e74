import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { groundOf, sampleJob, type Job } from "./fixtures/sample-job.ts";
import { Stack } from "./fixtures/stack.ts";

const ROUNDS = 20;
const JOBS_A_ROUND = 3;

/** Pushes until nothing waits; a dead server is a reason to try again, nothing else. */
async function pushAll(tablet: HttpTablet, until: AbortSignal): Promise<void> {
  while (tablet.waiting > 0 && !until.aborted)
    await tablet.push().catch(() => pause(5, undefined, { signal: until }).catch(() => undefined));
}

test("a server killed twenty times in the middle of pushes loses nothing and doubles nothing", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  try {
    const tablet = await HttpTablet.signIn(stack.url, "erin.vega@brightcoat.example");
    await expect.poll(async () => (await tablet.pullEverything()).length).toBeGreaterThan(300);
    const ground = groundOf(await tablet.pullEverything());
    const jobs: Job[] = [];

    for (let round = 0; round < ROUNDS; round += 1) {
      for (let count = 0; count < JOBS_A_ROUND; count += 1) {
        const job = sampleJob(ground, jobs.length);
        jobs.push(job);
        for (const mutation of job.mutations) tablet.make(mutation);
      }
      const dead = new AbortController();
      const pushing = pushAll(tablet, dead.signal);
      // Even rounds pull the plug while the push is under way, odd ones while Salesforce is being written.
      await pause(round % 2 === 0 ? round * 4 : 150 + round * 20);
      await stack.killServer();
      dead.abort();
      await pushing;
      await stack.startServer();
    }
    await pushAll(tablet, AbortSignal.timeout(60_000));
    expect(tablet.waiting).toBe(0);

    const records = new Map(
      (await tablet.pullEverything()).map((record) => [record.id, record] as const),
    );
    for (const { operations } of tablet.acknowledged)
      for (const { id } of operations) expect(records.has(id), `${id} was acknowledged`).toBe(true);
    for (const { outcome } of tablet.results.values())
      expect(["applied", "duplicate"]).toContain(outcome);

    await expect
      .poll(async () => (await stack.salesforce.quotes()).length, { timeout: 90_000 })
      .toBe(jobs.length);
    const opportunities = await stack.salesforce.opportunities();
    const totals = new Map(opportunities.map((sold) => [sold.Paintbox_Id__c, sold.Amount]));
    expect(opportunities).toHaveLength(jobs.length);
    for (const job of jobs) expect(totals.get(job.estimateId)).toBe(job.totalCents / 100);

    const lines = await stack.salesforce.lines();
    for (const quote of await stack.salesforce.quotes()) {
      const own = lines.filter(({ QuoteId }) => QuoteId === quote.Id);
      const cents = own.map(({ UnitPrice, Quantity }) => Math.round(UnitPrice * Quantity * 100));
      expect(cents.reduce((sum, line) => sum + line, 0)).toBe(Math.round(quote.GrandTotal * 100));
    }
  } finally {
    await stack.stop();
  }
});
