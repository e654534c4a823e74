import type { Page } from "@playwright/test";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { keyTimes, watchKeys } from "./fixtures/key-times.ts";
import { newRoom } from "./fixtures/new-room.ts";
import { putTimes } from "./fixtures/put-times.ts";
import { quantile } from "./fixtures/quantile.ts";
import { slowDown, TABLET_SLOWDOWN } from "./fixtures/slow-page.ts";

/**
 * From a key of the keypad to "On this tablet" on the screen, which is not said before the strict
 * transaction is complete; offline, at full speed and with a processor four times slower. Baseline:
 * one row put in a strict transaction of bare IndexedDB, in the same page at the same speed.
 */
export const name = "edit";

const ESTIMATES = 50;
const WARM_UP_PRESSES = 20;
const TIMED_PRESSES = 200;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const filled = await FilledTablet.unpack(ESTIMATES);
  try {
    const { page } = filled.tablet;
    await openKeypad(page);
    for (const slowdown of [1, TABLET_SLOWDOWN]) {
      await slowDown(page, slowdown);
      const bare = await timed((count) => putTimes(page, count));
      const ours = await timed((count) => keyTimes(page, count));
      for (const percent of [50, 95]) {
        const label = `p${percent}${slowdown === 1 ? "" : ` at ${slowdown}x`}`;
        const value = quantile(ours, percent / 100);
        yield { label, value, unit: "ms", baseline: quantile(bare, percent / 100) };
      }
    }
  } finally {
    await filled.throwAway();
  }
}

/** A new estimate with one room, its length waiting for a key. */
async function openKeypad(page: Page): Promise<void> {
  const area = await newRoom(page);
  await area.field("Length").tap();
  await page.locator('[data-key="feet"]').waitFor();
  await watchKeys(page);
}

async function timed(
  measure: (count: number) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  return (await measure(WARM_UP_PRESSES + TIMED_PRESSES)).slice(WARM_UP_PRESSES);
}
