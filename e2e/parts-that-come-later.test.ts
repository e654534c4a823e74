import { expect, test } from "@playwright/test";
import { jobFromElsewhere } from "./fixtures/every-address.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

test("parts of the app that a weak signal did not bring come when it is there again, in the page that stands", async () => {
  const stack = await Stack.start();
  await jobFromElsewhere(stack.url, "marcus.hale@brightcoat.example");
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    const parts = /\/assets\/(found-estimates|filter-chips|service-worker)-[^/]+\.js/;
    await page.context().route(parts, (route) => route.abort());
    await page.goto(stack.url);
    await signIn(page, "Erin Vega");
    const oak = page.getByRole("link", { name: /12 Oak Street/ });
    await expect(oak).toBeVisible();
    const measuring = page.getByRole("button", { name: /Measuring/ });
    await page.getByRole("searchbox").fill("zebulon");
    await expect(measuring).toBeHidden();
    await page.context().unroute(parts);
    await expect(page.getByText("No estimate for “zebulon”")).toBeVisible();
    await expect(measuring).toBeVisible();
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
