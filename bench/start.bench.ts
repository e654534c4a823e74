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
  const site = await StaticSite.serve(await buildFloor(folder));
  const filled = await FilledTablet.unpack(ESTIMATES);
  try {
    const context = filled.tablet.page.context();
    await install(context, site.url);
    await site.stop();
    const ours = { url: filled.stack.url, row: "main li a[href^='/estimates/']" };
    const floor = { url: site.url, row: "li" };
    const times: { ours: StartTimes; floor: StartTimes }[] = [];
    for (let count = 0; count < WARM_UP_RUNS + TIMED_RUNS; count += 1)
      times.push({ ours: await startOnce(context, ours), floor: await startOnce(context, floor) });
    const timed = times.slice(WARM_UP_RUNS);
    for (const [label, key] of [
      ["first row", "firstRow"],
      ["first contentful paint", "firstPaint"],
    ] as const) {
      const median = (who: "ours" | "floor") =>
        quantile(
          timed.map((one) => one[who][key]),
          0.5,
        );
      yield { label, value: median("ours"), unit: "ms", baseline: median("floor") };
    }
  } finally {
    await filled.throwAway();
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
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
