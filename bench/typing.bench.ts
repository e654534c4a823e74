import { buildAll } from "../scripts/build.ts";
import { HttpTablet } from "../e2e/fixtures/http-tablet.ts";
import { groundOf } from "../e2e/fixtures/sample-job.ts";
import { AreaPage } from "../e2e/page-models/area.ts";
import type { Figure } from "./figure.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { houseJob } from "./fixtures/house-job.ts";
import { keyTimes, watchKeys } from "./fixtures/key-times.ts";
import { slowDown, TABLET_SLOWDOWN } from "./fixtures/slow-page.ts";
import { tasksOf } from "./fixtures/tasks.ts";
import { timeInFiles } from "./fixtures/time-in-files.ts";

/**
 * The work of the page's scripts for one key of the keypad, with a processor four times slower, in estimates of
 * one room, ten and fifty: the pricing alone, and all scripts (saving, history, drawing, pricing). Baseline: the
 * 16 ms of one frame. And the main thread's tasks, scripts and painting: the longest, and how many are long.
 */
export const name = "typing";

const ROOMS = [1, 10, 50];
const WARM_UP_PRESSES = 30;
const TIMED_PRESSES = 60;
const FRAME_MS = 16;
/** From here on a browser calls a task long: a tap that falls into it waits for it. */
const LONG_MS = 50;
/** The chunk that holds `price()`, and all of ours. */
const FILES = { pricing: /\/price-.{8}\.js$/, "all scripts": /\/assets\/[^/]*\.js$/ };

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const filled = await FilledTablet.unpack(1);
  try {
    const { page } = filled.tablet;
    await filled.stack.network.on();
    const office = await HttpTablet.signIn(filled.stack.url, "erin.vega@brightcoat.example");
    const ground = groundOf(await office.pullEverything());
    const houses = ROOMS.map((rooms) => ({ rooms, ...houseJob(ground, rooms) }));
    for (const { mutations } of houses) for (const mutation of mutations) office.make(mutation);
    while (office.waiting > 0) await office.push();
    await page.reload();
    await page.getByRole("main").getByRole("listitem").nth(ROOMS.length).waitFor();
    await filled.stack.network.off();
    for (const { rooms, path } of houses) {
      await page.goto(new URL(path, filled.stack.url).href);
      await new AreaPage(page).field("Length").tap();
      await page.locator('[data-key="feet"]').waitFor();
      await watchKeys(page);
      await slowDown(page, TABLET_SLOWDOWN);
      await keyTimes(page, WARM_UP_PRESSES);
      const tasks = await tasksOf(page, () => keyTimes(page, TIMED_PRESSES));
      const spent = await timeInFiles(page, FILES, () => keyTimes(page, TIMED_PRESSES));
      await slowDown(page, 1);
      const label = rooms === 1 ? "1 room" : `${rooms} rooms`;
      for (const part of ["pricing", "all scripts"] as const) {
        const value = spent(part) / TIMED_PRESSES;
        yield { label: `${label}, ${part}`, value, unit: "ms", baseline: FRAME_MS };
      }
      const longest = Math.max(...tasks);
      yield { label: `${label}, longest task`, value: longest, unit: "ms", baseline: LONG_MS };
      const long = tasks.filter((ms) => ms > LONG_MS).length;
      yield { label: `${label}, long tasks`, value: long / TIMED_PRESSES, unit: "a key" };
    }
  } finally {
    await filled.throwAway();
  }
}
