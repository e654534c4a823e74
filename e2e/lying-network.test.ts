import { expect, type Page, test } from "@playwright/test";
import { cachedWith } from "./fixtures/caches.ts";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { type Lie, PORTAL_MARK } from "./fixtures/lies.ts";
import { serverLog } from "./fixtures/server-log.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { waitingIds } from "./fixtures/tablet-records.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const NOT_SENT = "On this tablet. Not sent yet.";
const ALL_SENT = /^(Everything is on the server|On the server)\.$/;
const ERIN = "erin.vega@brightcoat.example";

let stack: Stack;
let tablet: Tablet;
/** The room that is measured. */
let room: string;

// One tablet after the other: what one network has left on it would show on the next.
test.beforeAll(async () => {
  stack = await Stack.start();
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.choose("Amara Ramírez");
  await new AreaPage(page).add("room");
  room = new URL(page.url()).pathname;
  await expect(syncChip(page)).toHaveText(ALL_SENT);
  await tablet.switchOff();
});
test.afterAll(async () => {
  await tablet.throwAway();
  await stack.stop();
});

/** Types a length that nobody has typed before, until it is on the disk. */
async function measure(page: Page, length: string): Promise<void> {
  const area = new AreaPage(page);
  await area.field("Length").click();
  await area.tap(length);
  await expect(area.field("Length")).toHaveValue(length);
  await expect(area.savedMark).toBeVisible();
}

async function expectList(page: Page): Promise<void> {
  await expect(page.getByRole("link", { name: "New estimate" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
}

/** A start and a reload of the list, and an edit: as with no network at all, whatever this one says. */
async function workUnder(length: string): Promise<readonly string[]> {
  await tablet.switchOn();
  await expectList(tablet.page);
  await tablet.page.reload();
  await expectList(tablet.page);
  await tablet.switchOff();
  await tablet.switchOn(room);
  await measure(tablet.page, length);
  await expect(syncChip(tablet.page)).toHaveText(NOT_SENT);
  return waitingIds(tablet.page);
}

/** What was made under it is on the server once, nobody has to sign in again, and none of its pages has stayed. */
async function expectHealed(ids: readonly string[], length: string): Promise<void> {
  const { page } = tablet;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(syncChip(page)).toHaveText(ALL_SENT);
  expect(await cachedWith(page, PORTAL_MARK)).toEqual([]);
  await tablet.switchOff();
  const log = serverLog(stack).filter(({ id }) => ids.includes(id));
  expect(log.map(({ id, outcome }) => ({ id, outcome }))).toEqual(
    ids.map((id) => ({ id, outcome: "applied" })),
  );
  const office = await HttpTablet.signIn(stack.url, ERIN);
  const areas = (await office.pullEverything()).filter(({ entity }) => entity === "area");
  expect(areas.map(({ fields }) => fields["length"])).toEqual([length]);
  expect(tablet.pageErrors).toEqual([]);
}

const NETWORKS: readonly { readonly lie: Lie; readonly told: string; readonly length: string }[] = [
  { lie: "portal", told: "answers everything with its own page", length: "11" },
  { lie: "portal-redirect", told: "sends everything to its sign-in page", length: "12" },
  { lie: "bad-gateway", told: "answers 502 in HTML", length: "13" },
  { lie: "reset", told: "cuts every connection", length: "14" },
  { lie: "stall", told: "takes every request and says nothing", length: "15" },
];

for (const { lie, told, length } of NETWORKS) {
  test(`a network that ${told} is no worse than none`, async () => {
    stack.network.lie(lie);
    const ids = await workUnder(length);
    expect(ids.length).toBeGreaterThan(0);
    // It was asked, for the edit too; the screens stood meanwhile.
    await expect.poll(() => stack.network.lied).toBeGreaterThan(1);
    await expect(tablet.page.getByText(PORTAL_MARK)).toHaveCount(0);
    await expect(syncChip(tablet.page)).toHaveText(NOT_SENT);
    stack.network.lie(null);
    await expectHealed(ids, length);
  });
}

test("a network whose name server is down is no worse than none", async () => {
  tablet.namesResolve = false;
  const ids = await workUnder("16");
  expect(ids.length).toBeGreaterThan(0);
  const error = await tablet.page.evaluate(() =>
    fetch("/api/health").then(
      ({ status }) => `answered ${status}`,
      () => "not resolved",
    ),
  );
  expect(error).toBe("not resolved");
  await tablet.switchOff();
  tablet.namesResolve = true;
  await tablet.switchOn(room);
  await expectHealed(ids, "16");
});
