import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./fixtures/addresses.ts";
import { bookHere, jobFromElsewhere } from "./fixtures/every-address.ts";
import { faultsInThemes } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

test("axe finds nothing on any route, in any theme", async () => {
  // Some thirty screens, three times each.
  test.setTimeout(600_000);
  const stack = await Stack.start();
  const ids = await jobFromElsewhere(stack.url, "marcus.hale@brightcoat.example");
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await test.step("sign-in", async () => {
      await expect(page.getByRole("link", { name: "Sign in with Salesforce" })).toBeVisible();
      expect.soft(await faultsInThemes(page, "sign-in")).toEqual([]);
    });
    await signIn(page, "Marcus Hale");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    const versionId = await bookHere(page);
    for (const [pattern, { path, heading, link }] of Object.entries(ADDRESSES))
      await test.step(pattern, async () => {
        await page.goto(stack.url + path({ ...ids, versionId }));
        await expect(
          page.getByRole("heading", { name: heading, level: 1, exact: true }),
        ).toBeVisible();
        if (link) await expect(page.getByRole("link", { name: link })).toBeVisible();
        await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
        expect.soft(await faultsInThemes(page, pattern)).toEqual([]);
      });
    await test.step("an address that is none", async () => {
      await page.goto(`${stack.url}/nowhere`);
      await expect(page.getByText("There is no such page.")).toBeVisible();
      expect.soft(await faultsInThemes(page, "nowhere")).toEqual([]);
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
