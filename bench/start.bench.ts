import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.ts";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { buildFloor } from "./fixtures/build-floor.ts";
import { buildWithoutShell } from "./fixtures/build-without-shell.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { quantile } from "./fixtures/quantile.ts";
import { type Line, startOnce, type StartTimes } from "./fixtures/start-times.ts";
import { StaticSite } from "./fixtures/static-site.ts";

/**
 * From opening the installed app, with no network at all and a processor four times slower, to the first estimate on
 * the screen, of a tablet that holds 50, and until nothing keeps it from answering a finger. Two baselines open in turns
 * with it: an app of react, react-dom, dexie and react-query that shows one record, kept offline by the same worker;
 * and our own app with an empty page instead of the static shell. The first visit of all, over 1.6 Mbit/s, has the
 * latter only.
 */
export const name = "start";

const ESTIMATES = 50;
const WARM_UP_RUNS = 2;
const TIMED_RUNS = 15;
const COLD_RUNS = 7;
/** What Lighthouse calls slow 4G. */
const SLOW: Line = { bitsPerSecond: 1_600_000, latencyMs: 150 };
const ROW = "main li a[href^='/estimates/']";
const SIGN_IN = "a[href^='/api/']";
const LABELS = {
  firstPaint: "first contentful paint",
  firstRow: "first row",
  interactive: "interactive",
} as const;
type Moment = keyof typeof LABELS;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const folder = mkdtempSync(join(tmpdir(), "paintbox-floor-"));
  try {
    const site = await StaticSite.serve(await buildFloor(join(folder, "floor")));
    const bare = await FilledTablet.unpack(ESTIMATES, await buildWithoutShell(folder));
    const ours = await FilledTablet.unpack(ESTIMATES);
    try {
      yield* warm(ours, bare, site);
      for (const { stack } of [ours, bare]) await stack.network.on();
      yield* cold(ours.stack.url, bare.stack.url);
    } finally {
      await ours.throwAway();
      await bare.throwAway();
      await site.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* warm(
  ours: FilledTablet,
  bare: FilledTablet,
  site: StaticSite,
): AsyncGenerator<Figure> {
  const context = ours.tablet.page.context();
  await install(context, site.url);
  await site.stop();
  const times: Record<"ours" | "floor" | "bare", StartTimes[]> = { ours: [], floor: [], bare: [] };
  for (let count = 0; count < WARM_UP_RUNS + TIMED_RUNS; count += 1) {
    times.ours.push(await startOnce(context, { url: ours.stack.url, row: ROW }));
    times.floor.push(await startOnce(context, { url: site.url, row: "li" }));
    times.bare.push(await startOnce(bare.tablet.page.context(), { url: bare.stack.url, row: ROW }));
  }
  const figure = figuresOf(WARM_UP_RUNS);
  for (const moment of ["firstRow", "firstPaint", "interactive"] as const) {
    yield figure("", moment, times.ours, times.floor);
    yield figure(", without the static shell", moment, times.ours, times.bare);
  }
}

/** Nobody is signed in, and nothing is on the disk. */
async function* cold(ours: string, bare: string): AsyncGenerator<Figure> {
  const { executablePath, args } = await ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const visit = async (url: string): Promise<StartTimes> => {
    const context = await browser.newContext();
    try {
      return await startOnce(context, { url, row: SIGN_IN }, SLOW);
    } finally {
      await context.close();
    }
  };
  try {
    const times: Record<"ours" | "bare", StartTimes[]> = { ours: [], bare: [] };
    for (let count = 0; count < COLD_RUNS; count += 1) {
      times.ours.push(await visit(ours));
      times.bare.push(await visit(bare));
    }
    const figure = figuresOf(0);
    for (const moment of ["firstPaint", "firstRow"] as const)
      yield figure(
        ", first visit at 1.6 Mbit/s, without the static shell",
        moment,
        times.ours,
        times.bare,
      );
  } finally {
    await browser.close();
  }
}

/** @param skipped of the first runs. @returns how a figure is made: the median, and the baseline's. */
const figuresOf =
  (skipped: number) =>
  (
    against: string,
    moment: Moment,
    times: readonly StartTimes[],
    baseline: readonly StartTimes[],
  ): Figure => {
    const median = (all: readonly StartTimes[]): number =>
      quantile(
        all.slice(skipped).map((one) => one[moment]),
        0.5,
      );
    return {
      label: `${LABELS[moment]}${against}`,
      value: median(times),
      unit: "ms",
      baseline: median(baseline),
    };
  };

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
