import { expect, test } from "@playwright/test";
import { jobFromElsewhere } from "./fixtures/every-address.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

test("the first drawing of a start with no signal has the estimates in it", async () => {
  const stack = await Stack.start();
  await jobFromElsewhere(stack.url, "marcus.hale@brightcoat.example");
  const tablet = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Erin Vega");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await expect(tablet.page.getByRole("link", { name: /12 Oak Street/ })).toBeVisible();
    await stack.network.off();
    const page = await tablet.page.context().newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const main = document.querySelector("main");
        if (!main) return;
        observer.disconnect();
        document.documentElement.dataset["firstDrawing"] = main.textContent;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(stack.url);
    await expect(page.locator("html")).toHaveAttribute("data-first-drawing", /12 Oak Street/);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
