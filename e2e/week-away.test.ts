import { expect, type Page, test } from "@playwright/test";
import { entities } from "../shared/estimate/entities.ts";
import { findSignal } from "./fixtures/air.ts";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { Network } from "./fixtures/network.ts";
import { type LoggedEdit, serverLog } from "./fixtures/server-log.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { readTables, type StoredRow, waitingIds } from "./fixtures/tablet-records.ts";
import { ConflictsPage } from "./page-models/conflicts.ts";
import { DetailsPage } from "./page-models/details.ts";
import { FieldWork } from "./page-models/field-work.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const DAYS = 7;
const ROOMS = 2;
/** What she paints in them beside the usual. */
const MORE_SURFACES = 12;
/** How often she measures each of them, and how often she thinks about what gets painted. */
const MEASURES = 3;
const THOUGHTS = 6;
/** What somebody may do in a week and find again. */
const EDITS = 2_000;
/** Edits that the screen names one by one. */
const LISTED = 200;
const DAY_MS = 86_400_000;
const CUSTOMER = "Amara Ramírez";
const PUSH = "/api/sync/push";
const WIDTH = "Bedroom · Width";
const TITLE = "Name of the job";
const READY = "Ready to work with no signal.";

// A trace takes a picture for every one of some some thousand keys.
test.use({ trace: "off" });

/** The seven mornings that have just been, as her clock shows them. */
const weekEnd = Date.now();
const morning = (day: number): Date => new Date(weekEnd - (DAYS + 1 - day) * DAY_MS);

/** The longest way between saving something and everybody having it: rule by rule of docs/sync.md, with a browser at each end. */
test("2,000 edits of a week without signal arrive once, and two of them meet those of others", async () => {
  test.setTimeout(1_200_000);
  const stack = await Stack.start();
  const air = await Network.around();
  const erin = await Tablet.unpack(stack.url, air);
  const marcus = await Tablet.unpack(stack.url);
  const noah = await Tablet.unpack(stack.url);
  const tablets = [erin, marcus, noah];
  try {
    let house = "";
    let bedroom = "";
    let shop = "";
    let kitchen = "";
    let hall = "";
    const hers: string[] = [];
    let saved = 0;

    await test.step("three people, two estimates that all of them have", async () => {
      for (const [{ page }, person] of [
        [erin, "Erin Vega"],
        [marcus, "Marcus Hale"],
        [noah, "Noah Brandt"],
      ] as const) {
        await signIn(page, person);
        await expect(page.getByText(READY)).toBeVisible();
      }
      house = await beginEstimate(erin.page);
      bedroom = await measureRoom(erin.page, "Bedroom");
      shop = await beginEstimate(noah.page);
      hall = await measureRoom(noah.page, "Hall");
      await marcus.page.goto(stack.url + house);
      kitchen = await measureRoom(marcus.page, "Kitchen");
      for (const tablet of tablets) await everythingSent(tablet);
      await sameRecords(tablets);
    });
    const before = loggedBy(stack, "Erin Vega").map(({ id }) => id);

    await test.step("seven days: the app is started in the morning with no signal, and closed in the evening", async () => {
      await air.off();
      await erin.switchOff();
      for (let day = 1; day <= DAYS; day += 1) {
        await erin.switchOn("/", morning(day));
        await expect(erin.page.getByRole("link", { name: "New estimate" })).toBeVisible();
        const work = await FieldWork.on(erin.page, saved);
        hers.push(await dayOfWork(erin.page, work));
        if (day === 3) {
          await erin.page.goto(stack.url + bedroom);
          await work.typeMeasure("Width", "14");
        }
        if (day === 5) {
          await erin.page.goto(`${stack.url}${shop}/details`);
          await new DetailsPage(erin.page).type(TITLE, ", attic");
          work.count(1);
        }
        await work.outboxHolds(work.saved);
        ({ saved } = work);
        if (day === 4) await erin.die();
        else if (day < DAYS) await erin.switchOff();

        // The others, meanwhile, where there is signal.
        await measureAgain(marcus.page, stack.url + kitchen, day);
        await measureAgain(noah.page, stack.url + hall, day);
        if (day === 2) {
          await marcus.page.goto(stack.url + bedroom);
          await (await FieldWork.on(marcus.page)).typeMeasure("Width", "11");
        }
        if (day === 4) {
          await noah.page.goto(`${stack.url}${shop}/details`);
          await new DetailsPage(noah.page).type(TITLE, ", upstairs");
        }
      }
      expect(saved).toBeGreaterThanOrEqual(EDITS);
    });

    await test.step("the screen that says where the work is counts every one of them", async () => {
      await erin.page.goto(`${stack.url}/sync`);
      const here = erin.page.getByRole("listitem").filter({ hasText: "On this tablet only" });
      await expect(here).toContainText(shown(saved));
      await expect(erin.page.getByText(`and ${shown(saved - LISTED)} more`)).toBeVisible();
    });

    const away = await waitingIds(erin.page);
    await test.step("the signal is back, and bad: two answers are lost; then nothing waits anywhere", async () => {
      expect(away).toHaveLength(saved);
      expect(loggedBy(stack, "Erin Vega")).toHaveLength(before.length);
      air.loseAnswers(PUSH, 2);
      await air.on();
      await findSignal(erin.page);
      for (const tablet of tablets) await nothingWaits(tablet);
      expect(air.lost).toBe(2);
    });

    await test.step("the server's log has each of them once, in her order, and took all but the two that met another", async () => {
      const logged = loggedBy(stack, "Erin Vega").slice(before.length);
      expect(logged.map(({ id }) => id)).toEqual(away);
      const outcomes = Object.groupBy(logged, ({ outcome }) => outcome);
      expect(Object.keys(outcomes).toSorted()).toEqual(["applied", "conflict"]);
      expect(outcomes["conflict"]).toHaveLength(2);
      const all = serverLog(stack).map(({ id }) => id);
      expect(new Set(all).size).toBe(all.length);
    });

    await test.step("the three tablets and the server hold the same", async () => {
      await sameRecords(tablets);
      await sameAsServer(stack, marcus);
      const { estimate = [], area = [] } = await readTables(noah.page, ["estimate", "area"]);
      expect(estimate).toHaveLength(2 + DAYS);
      expect(area).toHaveLength(3 + DAYS * ROOMS);
    });

    await test.step("each of them shows the two conflicts: both values, who, and when on whose clock", async () => {
      for (const { page } of tablets) {
        const { conflict = [] } = await readTables(page, ["conflict"]);
        expect(conflict.map(({ state }) => state)).toEqual(["open", "open"]);
        await page.goto(`${stack.url}/sync`);
        const toSettle = page.getByRole("link", { name: /1 thing, changed by two people/ });
        await expect(toSettle).toHaveCount(2);
        await shows(page, `${stack.url}${house}`, WIDTH, {
          now: ["11", "Marcus Hale", new Date()],
          later: ["14", "Erin Vega", morning(3)],
        });
        await shows(page, `${stack.url}${shop}`, TITLE, {
          now: [`${CUSTOMER}, upstairs`, "Noah Brandt", new Date()],
          later: [`${CUSTOMER}, attic`, "Erin Vega", morning(5)],
        });
      }
    });

    await test.step("she keeps her width, he keeps his title", async () => {
      await erin.page.goto(`${stack.url}${house}/conflicts`);
      await keep(erin.page, WIDTH, "Erin Vega");
      await noah.page.goto(`${stack.url}${shop}/conflicts`);
      await keep(noah.page, TITLE, "Noah Brandt");
      for (const tablet of tablets) await nothingWaits(tablet);
      await sameRecords(tablets);
      await sameAsServer(stack, marcus);
    });

    await test.step("all three show the same house, the same shop, and everything of her week", async () => {
      for (const path of [house, shop, ...hers]) await sameScreen(tablets, stack.url + path);
      for (const { page } of tablets) {
        const { conflict = [] } = await readTables(page, ["conflict"]);
        expect(conflict.map(({ state }) => state)).toEqual(["resolved", "resolved"]);
        await page.goto(stack.url + bedroom);
        const { area } = await FieldWork.on(page);
        await expect(area.field("Width")).toHaveValue("14");
        await page.goto(`${stack.url}${shop}/details`);
        await expect(new DetailsPage(page).field(TITLE)).toHaveValue(`${CUSTOMER}, upstairs`);
      }
    });
    expect(tablets.flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
  } finally {
    for (const tablet of tablets) await tablet.throwAway();
    await air.off();
    await stack.stop();
  }
});

/** @returns its path. */
async function beginEstimate(page: Page): Promise<string> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.choose(CUSTOMER);
  return new URL(page.url()).pathname;
}

/** @returns the room's path. */
async function measureRoom(page: Page, name: string): Promise<string> {
  const work = await FieldWork.on(page);
  await work.addRoom(name);
  await work.measureAround();
  return new URL(page.url()).pathname;
}

async function measureAgain(page: Page, address: string, day: number): Promise<void> {
  await page.goto(address);
  // Seven days, none of which begins with the 2 that stands there from before.
  await (await FieldWork.on(page)).measureAround(String(day + 2));
}

/** An estimate of some rooms, with everything that one tries out and takes back. @returns its path. */
async function dayOfWork(page: Page, work: FieldWork): Promise<string> {
  const path = await beginEstimate(page);
  work.count(1);
  for (let room = 1; room <= ROOMS; room += 1) {
    if (room === 1) {
      await work.addRoom("Bedroom");
      await work.addSurfaces(MORE_SURFACES);
    } else await work.copyRoom(`Bedroom ${room}`);
    for (let round = 0; round < MEASURES; round += 1) await work.measureAround();
    await work.oneDoorLess();
    for (let round = 0; round < THOUGHTS; round += 1) await work.toggleSurfaces();
  }
  await work.undoAndRedo();
  await work.removeAndBringBack(`Bedroom ${ROOMS}`);
  return path;
}

const shown = (count: number): string => new Intl.NumberFormat("en-US").format(count);

const loggedBy = (stack: Stack, person: string): readonly LoggedEdit[] =>
  serverLog(stack).filter(({ author }) => author === person);

async function everythingSent({ page }: Tablet): Promise<void> {
  await expect(syncChip(page)).toHaveText("On the server.");
  await nothingWaits({ page });
}

async function nothingWaits({ page }: Pick<Tablet, "page">): Promise<void> {
  await expect.poll(() => waitingIds(page), { timeout: 90_000 }).toEqual([]);
  expect((await readTables(page, ["rejected"]))["rejected"]).toEqual([]);
}

const recordsOf = ({ page }: Tablet) => readTables(page, Object.keys(entities));

async function sameRecords([first, ...others]: readonly Tablet[]): Promise<void> {
  for (const other of others)
    await expect(async () => {
      if (first) expect(await recordsOf(other)).toEqual(await recordsOf(first));
    }).toPass({ timeout: 60_000 });
}

/** A tablet keeps words of its customers to search by; no record has them. */
const withoutIndexes = (row: StoredRow): StoredRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !["words", "nameKey"].includes(name)));

/** What the server gives to somebody who comes now, record by record, against what stands on a tablet. */
async function sameAsServer(stack: Stack, tablet: Tablet): Promise<void> {
  const newcomer = await HttpTablet.signIn(stack.url, "marcus.hale@brightcoat.example");
  const living = (await newcomer.pullEverything()).filter(({ deleted }) => !deleted);
  for (const [entity, rows] of Object.entries(await recordsOf(tablet))) {
    const served = living.filter((record) => record.entity === entity);
    expect(new Map(served.map(({ id, fields }) => [id, { id, ...fields }]))).toEqual(
      new Map(rows.map((row) => [row["id"], withoutIndexes(row)])),
    );
  }
}

/** Word for word, down to the price. */
async function sameScreen(tablets: readonly Tablet[], address: string): Promise<void> {
  for (const { page } of tablets) {
    await page.goto(address);
    await expect(page.getByText(/\$[\d,]+/).first()).toBeVisible();
  }
  await expect(async () => {
    const [first, ...others] = await Promise.all(
      tablets.map(({ page }) => page.getByRole("main").innerText()),
    );
    for (const other of others) expect(other).toBe(first);
  }).toPass({ timeout: 15_000 });
}

type ShownValue = readonly [value: string, who: string, when: Date];

async function shows(
  page: Page,
  estimate: string,
  card: string,
  { now, later }: { readonly now: ShownValue; readonly later: ShownValue },
): Promise<void> {
  await page.goto(`${estimate}/conflicts`);
  const conflicts = new ConflictsPage(page);
  await expect(page.getByRole("article")).toHaveCount(1);
  for (const [side, texts] of [
    [conflicts.side(card, "Stands now"), now],
    [conflicts.side(card, "Set aside"), later],
  ] as const)
    for (const text of texts)
      await expect(side).toContainText(typeof text === "string" ? text : dateOf(text));
}

const dateOf = (date: Date): string =>
  date.toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "America/Denver" });

async function keep(page: Page, card: string, person: string): Promise<void> {
  await new ConflictsPage(page).keep(card, "Keep mine");
  await expect(page.getByText(`Kept ${person}’s.`)).toBeVisible();
}
