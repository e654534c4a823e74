import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Tablet } from "../e2e/fixtures/tablet.ts";
import { buildAll } from "../scripts/build.ts";
import { DIST } from "../scripts/lib/paths.ts";
import { CAP_BYTES, ENTRY_OVERHEAD_BYTES } from "../shared/cache-budget.ts";
import type { Figure } from "./figure.ts";
import { BENCH_PAGE, PhotoSite } from "./fixtures/photo-site.ts";
import { quantile } from "./fixtures/quantile.ts";

/**
 * The worker's 25 MB in a real browser: three tabs ask for pictures and files of 1 to 600 KB through the worker, as fast as
 * they are kept; a newer build of a full 3 MB arrives again and again and takes over now and then; the browser is killed
 * at random. Meanwhile every byte of every cache is read through, over and over: with the worker's lock held, and without.
 * `MINUTES=10 npm run bench sw-budget` is the long run.
 */
export const name = "sw-budget";

const TABS = 3;
/** On average; each life of the browser is between half and one and a half of it. */
const LIFE_MS = 12_000;
const BARE_PUTS = 60;
/** A reading with the lock held is exact, and holds up whoever writes; without it one sees every step between. */
const LOCKED_EVERY = 6;

interface Scan {
  readonly bytes: number;
  readonly shell: number;
}

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const end = Date.now() + Number(process.env["MINUTES"] ?? 1) * 60_000;
  const site = await PhotoSite.serve(join(DIST, "client"));
  const tablet = await Tablet.unpack(site.url);
  const scans: Scan[] = [];
  const kept: number[] = [];
  let writes = 0;
  let kills = 0;
  try {
    await tablet.page.goto(site.url + BENCH_PAGE);
    const bare = await tablet.page.evaluate(barePuts, BARE_PUTS);
    while (Date.now() < end) {
      const life = LIFE_MS * (0.5 + Math.random());
      const found = await oneLife(tablet, site, Math.min(end, Date.now() + life), scans);
      kept.push(...found.kept);
      writes += found.writes;
      console.error(`killed after ${found.writes} answers, ${scans.length} full reads`);
      await tablet.die();
      kills += 1;
      await tablet.switchOn(BENCH_PAGE);
      // What the crash has left, before anything is written again.
      scans.push(
        await tablet.page.evaluate(scan, { overhead: ENTRY_OVERHEAD_BYTES, alone: false }),
      );
    }
    const peak = Math.max(...scans.map(({ bytes }) => bytes));
    yield { label: "peak", value: peak, unit: "bytes", baseline: CAP_BYTES };
    const shell = Math.max(...scans.map((each) => each.shell));
    yield { label: "peak of builds", value: shell, unit: "bytes" };
    yield { label: "full reads", value: scans.length, unit: "reads" };
    yield { label: "asked for", value: writes, unit: "files" };
    yield { label: "kept", value: kept.length, unit: "files" };
    yield { label: "killed", value: kills, unit: "times" };
    for (const [label, share] of [
      ["kept after, p50", 0.5],
      ["kept after, p95", 0.95],
    ] as const)
      yield {
        label,
        value: quantile(kept, share),
        unit: "ms",
        baseline: quantile(bare, share),
      };
  } finally {
    await tablet.throwAway();
    await site.stop();
  }
}

/** From the browser's start until it is to be killed. What was measured is taken out before: the kill loses pages. */
async function oneLife(
  tablet: Tablet,
  site: PhotoSite,
  until: number,
  scans: Scan[],
): Promise<{ readonly kept: readonly number[]; readonly writes: number }> {
  const context = tablet.page.context();
  const tabs: Page[] = [tablet.page];
  while (tabs.length < TABS + 1) tabs.push(await context.newPage());
  for (const tab of tabs) await tab.goto(site.url + BENCH_PAGE);
  const [office, ...writers] = tabs;
  if (!office) throw new Error("no tab was opened");
  await office.evaluate(arrive);
  for (const writer of writers) await writer.evaluate(write);
  for (let round = 0; Date.now() < until; round += 1) {
    scans.push(
      await office.evaluate(scan, {
        overhead: ENTRY_OVERHEAD_BYTES,
        alone: round % LOCKED_EVERY === 0,
      }),
    );
    if (Math.random() < 0.2) {
      site.build += 1;
      await office.evaluate(lookForUpdate);
    }
    if (Math.random() < 0.1) await office.evaluate(takeOver);
    await pause(300 * Math.random());
  }
  const found = await Promise.all(writers.map((writer) => writer.evaluate(written)));
  return {
    kept: found.flatMap(({ kept }) => kept),
    writes: found.reduce((sum, { asked }) => sum + asked, 0),
  };
}

// What follows runs in pages: each has only what is in itself.

/** The floor: bodies of the same sizes put straight into a cache of their own, which is deleted. Milliseconds each. */
async function barePuts(count: number): Promise<number[]> {
  const cache = await caches.open("bare");
  const times: number[] = [];
  for (let put = 0; put < count; put += 1) {
    const answer = await fetch(`/api/v1/companycam/photos/bare${put}/bytes/thumbnail/v`);
    const body = await answer.arrayBuffer();
    if (body.byteLength > 200_000) continue;
    const begun = performance.now();
    await cache.put(`/bare/${put}`, new Response(body));
    times.push(performance.now() - begun);
  }
  await caches.delete("bare");
  return times;
}

/** Until the worker serves this page and knows who is here. */
async function arrive(): Promise<void> {
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  const told = new Promise((resolve) => channel.port1.addEventListener("message", resolve));
  channel.port1.start();
  active?.postMessage({ type: "WHO", who: "bench" }, [channel.port2]);
  await told;
}

/** Asks for one thing after the other, as fast as they are kept; some of them again. */
function write(): void {
  const kept: number[] = [];
  const state = { kept, asked: 0 };
  const recent: string[] = [];
  const isThere = async (cacheName: string, url: string): Promise<boolean> =>
    (await (await caches.open(cacheName)).match(url)) !== undefined;
  const anew = (): string => {
    const id = Math.random().toString(36).slice(2, 10).padEnd(8, "0");
    return Math.random() < 0.7
      ? `/api/v1/companycam/photos/${id}/bytes/thumbnail/v`
      : `/assets/old-${id}.js`;
  };
  const askOne = async (): Promise<void> => {
    const again = Math.random() < 0.3 ? recent[Math.floor(Math.random() * recent.length)] : null;
    const url = again ?? anew();
    const isPhoto = url.startsWith("/api/");
    const answer = await fetch(url);
    const { byteLength } = await answer.arrayBuffer();
    state.asked += 1;
    if (again || byteLength > (isPhoto ? 200_000 : 500_000)) return;
    const begun = performance.now();
    // Given up where another tab has pushed it out meanwhile, or a build that takes over has tidied up.
    while (performance.now() - begun < 3_000)
      if (await isThere(isPhoto ? "images" : "static", url)) {
        kept.push(performance.now() - begun);
        recent.push(url);
        if (recent.length > 50) recent.shift();
        return;
      }
  };
  const goOn = (): void => {
    sessionStorage.setItem("written", JSON.stringify(state));
    void askOne()
      .catch(() => undefined)
      .then(goOn);
  };
  goOn();
}

function written(): { readonly kept: readonly number[]; readonly asked: number } {
  const state: { kept: number[]; asked: number } = JSON.parse(
    sessionStorage.getItem("written") ?? '{"kept":[],"asked":0}',
  );
  return state;
}

/** Reads every byte of every cache. */
async function scan({
  overhead,
  alone,
}: {
  readonly overhead: number;
  readonly alone: boolean;
}): Promise<Scan> {
  const readAll = async (): Promise<Scan> => {
    let [bytes, shell] = [0, 0];
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      for (const request of await cache.keys()) {
        const found = await cache.match(request);
        if (!found) continue;
        const charged = (await found.arrayBuffer()).byteLength + overhead;
        bytes += charged;
        if (cacheName.includes("precache")) shell += charged;
      }
    }
    return { bytes, shell };
  };
  return alone ? navigator.locks.request("cache-budget", readAll) : readAll();
}

/** A newer build, if there is one, begins to arrive. */
async function lookForUpdate(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  // Not waited for: caches are read while it is being installed.
  known?.update().catch(() => undefined);
}

async function takeOver(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  known?.waiting?.postMessage({ type: "SKIP_WAITING" });
}
