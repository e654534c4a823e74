import { expect, type Page, test } from "@playwright/test";
import { serverLog } from "./fixtures/server-log.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { waitingIds } from "./fixtures/tablet-records.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const ALL_SENT = "Everything is on the server.";
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const YEAR_MS = 365 * 24 * 60 * 60_000;

/** An estimate with no signal. @returns every edit that waits. */
async function workWithNoSignal(page: Page, customer: string): Promise<readonly string[]> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search(customer);
  await chooser.choose(customer);
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByRole("link", { name: new RegExp(customer) })).toBeVisible();
  return waitingIds(page);
}

for (const [wrong, years] of [
  ["five years ahead", 5],
  ["six years behind", -6],
] as const) {
  test(`a clock that is ${wrong}: work goes on, is sent once, and goes on when the clock is right again`, async () => {
    const stack = await Stack.start();
    const tablet = await Tablet.unpack(stack.url);
    try {
      await tablet.switchOff();
      const wrongly = (): Date => new Date(Date.now() + years * YEAR_MS);
      await tablet.switchOn("/", wrongly());
      await signIn(tablet.page, "Erin Vega");
      await expect(
        tablet.page.getByText("Ready to work with no signal.", { exact: true }),
      ).toBeVisible();
      // What it is off by is known from the first answer.
      await expect
        .poll(() => tablet.page.evaluate(() => localStorage.getItem("paintbox-kept") ?? ""))
        .toContain('"lease":"ey');
      await tablet.switchOff();
      await stack.network.off();
      await tablet.switchOn("/", wrongly());
      const first = await workWithNoSignal(tablet.page, "Amara Ramírez");
      await tablet.switchOff();
      await stack.network.on();
      await tablet.switchOn("/", wrongly());
      await expect(syncChip(tablet.page)).toHaveText(ALL_SENT);
      await tablet.switchOff();

      // Somebody sets it right, where there is a signal.
      await tablet.switchOn();
      await expect(tablet.page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
      await expect(syncChip(tablet.page)).toHaveText(ALL_SENT);
      await stack.network.off();
      const second = await workWithNoSignal(tablet.page, "Joyce Abernathy");
      await stack.network.on();
      await tablet.page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(syncChip(tablet.page)).toHaveText(ALL_SENT);

      const ids = [...first, ...second];
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(UUID_V7);
      expect(first.length).toBeGreaterThan(0);
      expect(second.length).toBeGreaterThan(0);
      const log = serverLog(stack);
      expect(log.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
        ids.map((id) => `${id} applied`),
      );
      expect(tablet.pageErrors).toEqual([]);
    } finally {
      await tablet.throwAway();
      await stack.stop();
    }
  });
}
