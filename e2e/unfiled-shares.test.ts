import { expect, test } from "@playwright/test";
import { pictures } from "./fixtures/pictures.ts";
import { shareWith } from "./fixtures/share-with.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

test("whoever signs out is told of shared photos that nobody has filed, by the way of a rescue file as well", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    await stack.network.off();
    await shareWith(page, await pictures(page, ["red"]));
    const told = page.getByText("1 file that was shared with Paintbox has not been filed.");
    await page.goto(`${stack.url}/settings`);
    await expect(told).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out without them" })).toBeVisible();

    await page.goto(stack.url);
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.choose("Amara Ramírez");
    await page.goto(`${stack.url}/settings`);
    await page.getByRole("button", { name: "Save a rescue file" }).click();
    await page.getByLabel("Passphrase").fill("a ladder and a bucket");
    await page.getByRole("button", { name: "Lock and save the file" }).click();
    await page.getByRole("checkbox", { name: /I have the file/ }).check();
    await expect(page.getByRole("dialog").filter({ has: told })).toBeVisible();
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
