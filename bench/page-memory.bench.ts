import type { CDPSession, Page } from "@playwright/test";
import { AreaPage } from "../e2e/page-models/area.ts";
import { PricePage } from "../e2e/page-models/price.ts";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { KEYS } from "./fixtures/key-times.ts";
import { newRoom } from "./fixtures/new-room.ts";

/**
 * What one page holds while somebody works in it for an hour without a reload: 3,600 keys of the keypad, each an
 * edit, with the price, the list and a search in between every hundred. After each hundred the garbage
 * is collected, and what is left is counted: the heap of its scripts, the elements, the listeners. Baseline: the same
 * after the first ten minutes, when every screen has been seen.
 */
export const name = "page-memory";

const KEYS_A_ROUND = 100;
const ROUNDS = 36;
/** Every screen has been loaded by then, and the browser has compiled what it compiles. */
const WARM_ROUNDS = 6;
const ESTIMATES = 50;
const MIB = 2 ** 20;

/** What is left after the garbage is collected. */
interface Held {
  readonly heapMib: number;
  readonly nodes: number;
  readonly listeners: number;
}
const LABELS = {
  heapMib: ["heap", "MiB"],
  nodes: ["nodes", ""],
  listeners: ["listeners", ""],
} as const;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const filled = await FilledTablet.unpack(ESTIMATES);
  try {
    const { page } = filled.tablet;
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await begin(page);
    const held: Held[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await workOn(page);
      held.push(await heldBy(session));
      if (round % WARM_ROUNDS === 0) console.error(`${round * KEYS_A_ROUND} keys:`, held.at(-1));
    }
    const [warm, last] = [held[WARM_ROUNDS - 1], held.at(-1)];
    if (!warm || !last) throw new Error("nothing was measured");
    for (const what of ["heapMib", "nodes", "listeners"] as const) {
      const [label, unit] = LABELS[what];
      yield { label: `${label} after an hour`, value: last[what], unit, baseline: warm[what] };
    }
    const most = Math.max(...held.map(({ heapMib }) => heapMib));
    yield { label: "the most", value: most, unit: "MiB", baseline: warm.heapMib };
  } finally {
    await filled.throwAway();
  }
}

/** A new estimate with one measured room. */
async function begin(page: Page): Promise<void> {
  const area = await newRoom(page);
  for (const measure of ["12", "10", "8"]) {
    await area.tap(measure);
    await area.next.click();
  }
  await area.savedMark.waitFor();
}

/** A hundred keys, the price, the list, a search, and back into the room, which is the newest estimate's only one. */
async function workOn(page: Page): Promise<void> {
  const area = new AreaPage(page);
  await area.field("Length").tap();
  for (let count = 0; count < KEYS_A_ROUND; count += 1)
    await page.locator(`[data-key="${KEYS[count % KEYS.length]}"]`).tap();
  await area.tap("12");
  await area.savedMark.waitFor();
  await new PricePage(page).open();
  await page.getByRole("link", { name: "Back" }).click();
  while (await page.getByRole("link", { name: "Back" }).isVisible())
    await page.getByRole("link", { name: "Back" }).click();
  const search = page.getByRole("searchbox");
  await search.fill("a");
  await page.locator("main section[aria-busy='false']").waitFor();
  await search.fill("");
  await page.locator("main li a[href^='/estimates/']").first().click();
  await page.getByRole("link", { name: /Room/ }).first().click();
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (wanted: string): number => {
    const metric = metrics.find((one) => one.name === wanted);
    if (!metric) throw new Error(`the browser does not count ${wanted}`);
    return metric.value;
  };
  return {
    heapMib: of("JSHeapUsedSize") / MIB,
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
  };
}
