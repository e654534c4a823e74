import type { Page } from "@playwright/test";
import { buildAll } from "../scripts/build.ts";
import type { Figure } from "./figure.ts";
import { FilledTablet } from "./fixtures/filled-tablet.ts";
import { layoutShift, pressKey, type Shown, shownAfter, watchList } from "./fixtures/list-times.ts";
import { fillTables } from "./fixtures/many-estimates.ts";
import { timeNaiveSearch } from "./fixtures/naive-search.ts";
import { quantile } from "./fixtures/quantile.ts";
import { slowDown, TABLET_SLOWDOWN } from "./fixtures/slow-page.ts";

/**
 * The list of a tablet that holds 100,000 estimates, offline, with the processor slowed down 4x: from the tap or the
 * key, as the browser stamped it, to the frame that shows the rows; p50 and p95. The same taps and keys at 1,000 of them
 * show what the number costs. Baseline: to read all of them on the same tablet with `toArray`, join, filter and sort
 * them, with nothing drawn. What all of it moved on the screen by itself is the layout shift.
 */
export const name = "list";

const MANY = Number(process.env["ESTIMATES"] ?? 100_000);
const FEW = 1000;
const ROUNDS = 4;
/** Of the baseline, which takes seconds. */
const NAIVE_ROUNDS = 3;
/** Of the 20 that the smaller list has. */
const PAGES = 15;
/** Typed key by key; every key is a search. */
const TEXTS = {
  name: "martin",
  street: "juniper",
  phone: "3032377919",
  number: "1420",
  accent: "núñez",
  "two words": "ana oak",
} as const;
const FILTERS = ["Accepted", "Measuring", "Today", "Waiting to send"];

type Times = ReadonlyMap<string, readonly number[]>;
/** By what somebody does; of all rounds together. */
type Shifts = Readonly<Record<string, number>>;

export async function* run(): AsyncGenerator<Figure> {
  await buildAll();
  const filled = await FilledTablet.unpack(1);
  try {
    const { page } = filled.tablet;
    // A tablet in daily use has been told; until then a banner comes above the list on every start.
    await page.getByRole("button", { name: "Not now" }).click();
    await fillTables(page, FEW);
    const few = await workThrough(page);
    yield* figuresOf(few.times, ` of ${FEW}`);
    await fillTables(page, MANY);
    const many = await workThrough(page);
    await slowDown(page, TABLET_SLOWDOWN);
    const naive: number[] = [];
    while (naive.length < NAIVE_ROUNDS) naive.push(await timeNaiveSearch(page, TEXTS.name));
    yield* figuresOf(many.times, "", naive);
    for (const [doing, value] of Object.entries(many.shifts))
      yield { label: `layout shift, ${doing}`, value, unit: "score" };
  } finally {
    await filled.throwAway();
  }
}

function* figuresOf(
  times: Times,
  of: string,
  naive: readonly number[] | null = null,
): Generator<Figure> {
  for (const [label, all] of times)
    for (const [share, word] of [
      [0.5, "p50"],
      [0.95, "p95"],
    ] as const)
      yield {
        label: `${label}${of}, ${word}`,
        value: quantile(all, share),
        unit: "ms",
        ...(naive && { baseline: quantile(naive, share) }),
      };
}

/** Opens, pages, filters and searches as a person does. */
async function workThrough(
  page: Page,
): Promise<{ readonly times: Times; readonly shifts: Shifts }> {
  const times = new Map<string, number[]>();
  const note = async (label: string, shown: Promise<Shown>): Promise<void> => {
    const { ms } = await shown;
    times.set(label, [...(times.get(label) ?? []), ms]);
  };
  await page.reload();
  await page.getByRole("searchbox").waitFor();
  await watchList(page);
  await slowDown(page, TABLET_SLOWDOWN);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Back" }).waitFor();
    await note(
      "open",
      shownAfter(page, "click", "rows", () => page.getByRole("link", { name: "Back" }).click()),
    );
    await page.getByRole("searchbox").waitFor();
    for (const filter of FILTERS) {
      const chip = page.getByRole("button", { name: filter });
      await note(
        "filter",
        shownAfter(page, "click", "found", () => chip.click()),
      );
      await shownAfter(page, "click", "rows", () => chip.click());
    }
    for (const [kind, text] of Object.entries(TEXTS)) {
      await page.getByRole("searchbox").focus();
      for (const key of text) {
        // A space alone changes no word, but it is a key like the others.
        await note(
          `search by ${kind}, a key`,
          shownAfter(page, "keydown", "found", () => pressKey(page, key)),
        );
      }
      await shownAfter(page, "click", "rows", () =>
        page.getByRole("button", { name: "Clear" }).click(),
      );
    }
  }
  await slowDown(page, 1);
  const seeking = await layoutShift(page);
  await page.reload();
  await page.getByRole("searchbox").waitFor();
  await watchList(page);
  await slowDown(page, TABLET_SLOWDOWN);
  for (let round = 0; round < PAGES; round += 1)
    await note(
      "next page",
      shownAfter(page, "scroll", "more", () => scrollToEnd(page)),
    );
  await slowDown(page, 1);
  return {
    times,
    shifts: {
      "opening, filtering, searching": seeking,
      // By a jump to the very end, past what is read ahead of anybody who scrolls by hand.
      "jumping to the end": await layoutShift(page),
    },
  };
}

const scrollToEnd = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    main?.scrollTo({ top: main.scrollHeight });
  });
