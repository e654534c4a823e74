import { expect, test } from "@playwright/test";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const ROUNDS = 20;

test("a browser killed right after it said 'On this tablet', twenty times, has kept every measure (I1)", async () => {
  test.setTimeout(400_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Erin Vega");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await stack.network.off();
    // Signed in some time ago: Chromium writes a new cookie to the disk half a minute later, or when it is closed.
    await tablet.switchOff();
    await tablet.switchOn();
    const chooser = new NewEstimatePage(tablet.page);
    await chooser.open();
    await chooser.choose("Amara Ramírez");
    const area = new AreaPage(tablet.page);
    await area.add("room");
    await area.nameIt("Bedroom");
    await area.field("Length").click();
    await area.tap("7");
    await expect(area.savedMark).toBeVisible();
    const path = new URL(tablet.page.url()).pathname;

    let length = "7";
    for (let round = 0; round < ROUNDS; round += 1) {
      await tablet.die();
      await tablet.switchOn(path);
      const opened = new AreaPage(tablet.page);
      await expect(opened.field("Length"), `round ${round}`).toHaveValue(length);
      await opened.field("Length").click();
      length = `${10 + round}`;
      // What an open keypad types replaces the measure that stood there.
      await opened.tap(length);
      await expect(opened.field("Length")).toHaveValue(length);
      await expect(opened.savedMark).toBeVisible();
    }

    await tablet.die();
    await stack.network.on();
    await tablet.switchOn(path);
    const office = await HttpTablet.signIn(stack.url, "erin.vega@brightcoat.example");
    await expect
      .poll(async () =>
        (await office.pullEverything())
          .filter(({ entity }) => entity === "area")
          .map(({ fields }) => fields["length"]),
      )
      .toEqual([length]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

test("a browser killed right after a sign-in starts signed in, without a signal", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Erin Vega");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await stack.network.off();
    // What a page writes to localStorage reaches the disk some seconds later: a battery that dies first takes it along.
    await tablet.page.evaluate(() => localStorage.clear());
    await tablet.die();
    await tablet.switchOn();
    await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
