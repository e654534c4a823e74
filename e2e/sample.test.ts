import { expect, type Request, test } from "@playwright/test";
import { faultsOf } from "./fixtures/axe.ts";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { countWaiting } from "./fixtures/tablet-records.ts";
import { AreaPage } from "./page-models/area.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { centsIn, PricePage } from "./page-models/price.ts";
import { SamplePage } from "./page-models/sample.ts";
import { SettingsPage } from "./page-models/settings.ts";
import { signIn } from "./page-models/sign-in.ts";

/** docs/decisions/0033: three taps to a priced house, and nothing of it ever leaves the tablet. */
test("a sample is played with from a fresh sign-in, and nobody but this tablet ever hears of it", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) sent.push(request);
  });
  try {
    const sample = new SamplePage(page);
    const area = new AreaPage(page);
    const price = new PricePage(page);

    await test.step("three taps: the sample, a room, its length; the price follows what is typed", async () => {
      await signIn(page, "Erin Vega");
      await sample.invitation.click();
      await expect(page.getByText("Three rooms are measured already. Tap one.")).toBeVisible();
      await sample.expectMarked();
      await page.getByRole("link", { name: /^Living room/ }).click();
      await expect(page.getByText("Tap a length and type another")).toBeVisible();
      await sample.expectMarked();
      const bar = page.getByRole("contentinfo");
      await expect(bar).toContainText(/\$\d/);
      const before = centsIn(await bar.innerText());
      await area.field("Length").click();
      await area.type("30");
      await expect.poll(async () => centsIn(await bar.innerText())).toBeGreaterThan(before);
      await expect(area.savedMark).toBeVisible();
    });

    await test.step("what was understood is not said again", async () => {
      await sample.understood();
      await expect(page.getByText("Tap a length and type another")).toBeHidden();
      await page.reload();
      await expect(area.field("Length")).toHaveValue("30");
      await expect(page.getByText("Tap a length and type another")).toBeHidden();
    });

    await test.step("accepted, for play; the screen says so and promises nothing", async () => {
      await page.getByRole("link", { name: "Back" }).click();
      await price.open();
      await sample.expectMarked();
      await page.getByRole("article", { name: "Better" }).getByRole("button").first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Mark as accepted" }).click();
      const sheet = page.getByRole("dialog");
      await expect(sheet).toContainText("it stays on this tablet and reaches nobody");
      await expect(sheet).not.toContainText("Salesforce");
      await sheet.getByRole("button", { name: /^Yes, accept/ }).click();
      await expect(page.getByText("Accepted, for play.")).toBeVisible();
      await sample.expectMarked();
    });

    await test.step("nothing of it waits, is counted, or is in the list", async () => {
      await page.goto(`${stack.url}/sync`);
      await page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
      await expect(page.getByText("Nothing waits here.")).toBeVisible();
      expect(await countWaiting(page)).toBe(0);
      await page.goto(`${stack.url}/`);
      await expect(page.getByText("No estimates yet")).toBeVisible();
    });

    await test.step("real work goes through, and is alone on the server and in Salesforce", async () => {
      const chooser = new NewEstimatePage(page);
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose("Amara Ramírez");
      await area.add("room");
      await area.field("Length").click();
      await area.type("12");
      await expect(area.savedMark).toBeVisible();
      const path = new URL(page.url()).pathname;
      await expect.poll(() => countWaiting(page)).toBe(0);
      const all = await everything(stack.url);
      expect(all).toContain(path.split("/")[2]);
      expect(all).not.toContain("sample-");
      expect(all).not.toContain("Sample house");
      expect(await stack.salesforce.opportunities()).toEqual([]);
      expect(await stack.salesforce.quotes()).toEqual([]);
      expect(await stack.salesforce.people("house")).toEqual([]);
      // Every request that this tablet made, whatever it was for.
      const bodies = sent.map((request) => `${request.url()} ${request.postData() ?? ""}`);
      expect(bodies.some((body) => body.includes("/api/sync/push"))).toBe(true);
      expect(bodies.filter((body) => body.includes("sample"))).toEqual([]);
    });

    await test.step("with real work the invitation is gone; the settings still lead there", async () => {
      await page.goto(`${stack.url}/`);
      await expect(page.getByText("Amara Ramírez")).toBeVisible();
      await expect(sample.invitation).toBeHidden();
      await sample.open();
      await expect(sample.row).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

    await test.step("begun anew, removed, and brought back", async () => {
      await page.getByRole("button", { name: "Start it again" }).click();
      await expect(page.getByText("The sample is as it was at first.")).toBeVisible();
      await sample.row.click();
      await page.getByRole("link", { name: /^Living room/ }).click();
      await expect(area.field("Length")).toHaveValue("18");
      await sample.open();
      await page.getByRole("button", { name: "Remove the sample" }).click();
      await expect(page.getByText("There is no sample on this tablet now.")).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(sample.row).toBeVisible();
    });

    await test.step("in airplane mode as well; and signing out has nothing to warn of", async () => {
      await stack.network.off();
      await sample.row.click();
      await page.getByRole("link", { name: /^Kitchen/ }).click();
      await area.field("Length").click();
      await area.type("44");
      await expect(area.savedMark).toBeVisible();
      await stack.network.on();
      await page.goto(`${stack.url}/`);
      await new SettingsPage(page).open();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("link", { name: "Sign in with Salesforce" })).toBeVisible();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

/** What the server has of this company, as one text. */
async function everything(address: string): Promise<string> {
  const other = await HttpTablet.signIn(address, "marcus.hale@brightcoat.example");
  return JSON.stringify(await other.pullEverything());
}
