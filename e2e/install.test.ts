import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

const READY = "Ready to work with no signal.";

/** What of the shell does not arrive: then the browser forgets the worker, or never hears of it. */
for (const [lost, path] of [
  ["a file of the app", /^\/icons\//],
  ["the worker itself", /^\/sw\.js$/],
] as const) {
  test(`an installation that lost ${lost} goes on by itself when the signal returns`, async () => {
    const stack = await Stack.start();
    stack.network.refuse(path);
    const tablet = await Tablet.unpack(stack.url);
    try {
      await signIn(tablet.page, "Erin Vega");
      await expect(tablet.page.getByText("No estimates yet")).toBeVisible();
      await expect.poll(() => stack.network.refused).toBeGreaterThan(0);
      await expect(tablet.page.getByText(READY, { exact: true })).toBeHidden();

      stack.network.refuse(null);
      await tablet.page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(tablet.page.getByText(READY, { exact: true })).toBeVisible();

      await stack.network.off();
      await tablet.switchOff();
      await tablet.switchOn();
      await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
    } finally {
      await tablet.throwAway();
      await stack.stop();
    }
  });
}

test("the browser finds nothing wrong with installing it, its shortcuts and its files", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const session = await page.context().newCDPSession(page);
    const { errors, url } = await session.send("Page.getAppManifest");
    expect(url).toBe(`${stack.url}/manifest.webmanifest`);
    expect(errors).toEqual([]);
    await expect
      .poll(async () => (await session.send("Page.getInstallabilityErrors")).installabilityErrors)
      .toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

test("that the tablet is ready is told for a while and no longer; the offer to install stays", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    await tablet.switchOff();
    await tablet.switchOn("/", new Date());
    const { page } = tablet;
    const ready = page.getByText(READY, { exact: true });
    const offer = page.getByText("Put Paintbox on your home screen");
    await signIn(page, "Erin Vega");
    await expect(ready).toBeVisible();
    await page.clock.runFor(20_000);
    await expect(ready).toBeVisible();
    await page.clock.runFor(12_000);
    await expect(ready).toBeHidden();
    await expect(offer).toBeVisible();
    await page.reload();
    await expect(offer).toBeVisible();
    await expect(ready).toBeHidden();
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
