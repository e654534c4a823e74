import { expect, type Page, test } from "@playwright/test";
import { faultsOf } from "./fixtures/axe.ts";
import { pushLongList } from "./fixtures/long-list.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const CUSTOMER = "Amara Ramírez";
const STREETS = ["77 Juniper Lane", "9 Oakridge Court"] as const;
/** More than the first two pages. */
const OTHERS = 58;
const ALL = OTHERS + STREETS.length;
/** A person with a keyboard gives up sooner. */
const MOST_TABS = 25;

const search = (page: Page) => page.getByRole("searchbox", { name: "Name, street or phone" });
const chip = (page: Page, name: string) =>
  page.getByRole("group", { name: "Show" }).getByRole("button", { name });
const rows = (page: Page) =>
  page.getByRole("list", { name: "Estimates" }).locator("a[href^='/estimates/']");

/** Waits for the answer to this very search: what is still shown of the one before is marked as busy. */
async function found(page: Page, count: string): Promise<void> {
  const region = page.getByRole("region", { name: "Estimates" });
  await expect(region.getByRole("status").first()).toHaveText(count);
  await expect(region).toHaveAttribute("aria-busy", "false");
}

/** To the end of what is there, until there are so many rows. */
async function scrollOn(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await rows(page).last().scrollIntoViewIfNeeded();
    expect(await rows(page).count()).toBe(count);
  }).toPass();
}

async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS && !(await isThere()); tabs += 1)
    await page.keyboard.press("Tab");
  expect(await isThere()).toBe(true);
}

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

test("one estimate among many is found with no signal: by page, word, filter and key", async () => {
  test.setTimeout(480_000);
  const stack = await Stack.start();
  const customer = await pushLongList(stack.url, OTHERS, CUSTOMER, STREETS);
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
    await expect(chip(page, `All ${ALL}`)).toBeVisible();
    await stack.network.off();

    await test.step("the list goes on as far as somebody scrolls", async () => {
      await page.reload();
      await expect(rows(page).first()).toContainText("100 Oak Street");
      await scrollOn(page, ALL);
      await expect(rows(page)).toHaveCount(ALL);
      await expect(rows(page).last()).toContainText(STREETS[1]);
    });

    await test.step("whoever comes back from an estimate finds its row where it was", async () => {
      const row = rows(page).nth(ALL - 8);
      await row.scrollIntoViewIfNeeded();
      const before = await row.boundingBox();
      await row.click();
      await page.getByRole("link", { name: "Back" }).click();
      await expect.poll(() => row.boundingBox()).toEqual(before);
    });

    await test.step("the rows stay until there is an answer to the first key", async () => {
      await page.evaluate(() => {
        new MutationObserver(() => {
          if (!document.querySelector("main li a[href^='/estimates/']"))
            document.documentElement.dataset["rowsGone"] = "yes";
        }).observe(document.body, { childList: true, subtree: true });
      });
      await search(page).fill("junip");
      await found(page, "1 estimate");
      await expect(page.locator("html")).not.toHaveAttribute("data-rows-gone");
      await page.getByRole("button", { name: "Clear" }).click();
    });

    await test.step("a name, a street, a phone number, with an accent or without, half a word or two", async () => {
      const phone = customer.phone.replaceAll(/\D/g, "").slice(-7);
      for (const [text, count] of [
        ["ramirez", "2 estimates"],
        ["RAMÍREZ", "2 estimates"],
        ["junip", "1 estimate"],
        [phone, "2 estimates"],
        ["amara oakr", "1 estimate"],
      ] as const) {
        await search(page).fill(text);
        await found(page, count);
        await expect(rows(page).first()).toContainText(CUSTOMER);
      }
      await search(page).fill("oak");
      await found(page, "More than 14 estimates, newest first");
      await scrollOn(page, OTHERS + 1);
      await found(page, `${OTHERS + 1} estimates`);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Clear" }).click();
      await expect(search(page)).toBeFocused();
      await expect(rows(page).first()).toContainText("100 Oak Street");
    });

    await test.step("a filter alone and with a word; what it hides can be looked for everywhere", async () => {
      await chip(page, "Accepted 1").click();
      await found(page, "1 estimate");
      await expect(rows(page).first()).toContainText("100 Oak Street");
      await search(page).fill("ramirez");
      await expect(page.getByText("No estimate for “ramirez”")).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Look in all" }).click();
      await found(page, "2 estimates");
      await chip(page, `Measuring ${ALL - 1}`).click();
      await found(page, "2 estimates");
      await chip(page, `Measuring ${ALL - 1}`).click();
    });

    await test.step("nothing found offers an estimate for that name, and the way back leads to the same place", async () => {
      await search(page).fill("Zebulon Quist");
      await page.getByRole("link", { name: "New estimate for “Zebulon Quist”" }).click();
      await expect(page.getByRole("heading", { name: "Who is it for?" })).toBeVisible();
      await expect(page.getByRole("searchbox")).toHaveValue("Zebulon Quist");
      await page.getByRole("link", { name: "Back" }).click();
      await expect(search(page)).toHaveValue("Zebulon Quist");
      await expect(page.getByText("No estimate for “Zebulon Quist”")).toBeVisible();
    });

    await test.step("what waits to be sent is found as soon as it waits, by the customer's name too", async () => {
      await expect(chip(page, "Waiting to send 0")).toBeVisible();
      const chooser = new NewEstimatePage(page);
      await page.getByRole("button", { name: "Clear" }).click();
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose(CUSTOMER);
      await page.goto(stack.url);
      await chip(page, "Waiting to send 1").click();
      await found(page, "1 estimate");
      await search(page).fill("ramirez");
      await found(page, "1 estimate");
    });

    await test.step("by keyboard alone: to the search, to the first row, into the estimate", async () => {
      await page.goto(stack.url);
      await expect(search(page)).toBeVisible();
      await tabTo(page, () => hasFocus(page, "input[type=search]"));
      await page.keyboard.type("junip");
      await found(page, "1 estimate");
      await tabTo(page, () => hasFocus(page, "main li a[href^='/estimates/']"));
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/estimates\/[0-9a-f-]+$/);
      await expect(page.getByRole("heading", { name: CUSTOMER }).first()).toBeVisible();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
