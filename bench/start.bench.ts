import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { buildFloor } from "./fixtures/build-floor.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { quantile } from "./fixtures/quantile.ts";
import { startOnce, type StartTimes } from "./fixtures/start-times.ts";
import { StaticSite } from "./fixtures/static-site.ts";

/**
 * From opening the installed app, with no network at all and a processor four times slower, to the
 * first estimate on the screen, of a tablet that holds 50. The baseline opens in turns with it: an app of
 * react, react-dom, dexie and react-query that shows one record, kept offline by the same worker.
 */
export const name = "start";

const ESTIMATES = 50;
const WARM_UP_RUNS = 2;
const TIMED_RUNS = 15;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const folder = mkdtempSync(join(tmpdir(), "paintbox-floor-"));
  try {
    const site = await StaticSite.serve(await buildFloor(folder));
    try {
      yield* figuresAgainst(site);
    } finally {
      await site.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* figuresAgainst(site: StaticSite): AsyncGenerator<Figure> {
  const filled = await FilledTablet.unpack(ESTIMATES);
  try {
    const context = filled.tablet.page.context();
    await install(context, site.url);
    await site.stop();
    const app = { url: filled.stack.url, row: "main li a[href^='/estimates/']" };
    const floor = { url: site.url, row: "li" };
    const ours: StartTimes[] = [];
    const bare: StartTimes[] = [];
    for (let count = 0; count < WARM_UP_RUNS + TIMED_RUNS; count += 1) {
      ours.push(await startOnce(context, app));
      bare.push(await startOnce(context, floor));
    }
    const labels = { firstRow: "first row", firstPaint: "first contentful paint" } as const;
    for (const key of ["firstRow", "firstPaint"] as const) {
      const median = (times: readonly StartTimes[]) =>
        quantile(
          times.slice(WARM_UP_RUNS).map((one) => one[key]),
          0.5,
        );
      yield { label: labels[key], value: median(ours), unit: "ms", baseline: median(bare) };
    }
  } finally {
    await filled.throwAway();
  }
}

/** Opens the floor once with a network, so that its files and its record are on the tablet. */
async function install(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js");
    await navigator.serviceWorker.ready;
  });
  await page.getByRole("listitem").waitFor();
  await page.close();
}
