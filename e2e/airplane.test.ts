import { expect, test } from "@playwright/test";
import { bookHere, type Ids, jobFromElsewhere, routePatterns } from "./fixtures/every-address.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of the job from elsewhere, in the list. */
const CUSTOMERS_STREET = /12 Oak Street/;
const NOT_HERE = "This estimate is not on this tablet.";

interface Address {
  readonly path: (ids: Ids & { readonly versionId: string }) => string;
  /** The title of the screen. */
  readonly heading: string;
  /** A link, where that title stands already while the rest is read. */
  readonly link?: RegExp;
}

const at = (path: string, heading: string): Address => ({ path: () => path, heading });
const of = (rest: string, heading: string): Address => ({
  path: ({ estimateId }) => `/estimates/${estimateId}${rest}`,
  heading,
});

/** One address for every pattern of the app, and what stands there with no signal. */
const ADDRESSES: Readonly<Record<string, Address>> = {
  "/": at("/", "Paintbox"),
  "/estimates/new": at("/estimates/new", "Who is it for?"),
  "/estimates/older": at("/estimates/older", "Older and removed"),
  "/estimates/:estimateId/photos": of("/photos", "Photos"),
  "/estimates/:estimateId/history": of("/history", "History"),
  "/estimates/:estimateId/conflicts": of("/conflicts", "To settle"),
  "/conflicts": at("/conflicts", "To settle"),
  "/estimates/:estimateId/salesforce": of("/salesforce", "To settle with Salesforce"),
  "/salesforce": at("/salesforce", "To settle with Salesforce"),
  "/estimates/:estimateId/price": of("/price", "Moreau Residence"),
  "/estimates/:estimateId/calculation": of("/calculation", "How the price came about"),
  "/estimates/:estimateId/details": of("/details", "Job and customer"),
  "/estimates/:estimateId": of("", "Moreau Residence"),
  "/estimates/:estimateId/areas/:areaId": {
    path: ({ estimateId, areaId }) => `/estimates/${estimateId}/areas/${areaId}`,
    heading: "Bedroom",
  },
  "/estimates/:estimateId/items/:itemId": {
    path: ({ estimateId, itemId }) => `/estimates/${estimateId}/items/${itemId}`,
    heading: "Dumpster",
  },
  "/sample/*?": at("/sample", "Sample house"),
  "/share": at("/share", "From another app"),
  "/sync": at("/sync", "Where your work is"),
  "/settings": at("/settings", "Settings"),
  "/settings/devices": at("/settings/devices", "Devices"),
  "/pipeline": at("/pipeline", "Pipeline and win rate"),
  "/settings/storage": at("/settings/storage", "Storage"),
  "/price-book": { path: () => "/price-book", heading: "Price book", link: /Versions/ },
  "/price-book/excel": at("/price-book/excel", "Excel"),
  "/price-book/review": at("/price-book/review", "Review and publish"),
  "/price-book/versions": at("/price-book/versions", "Versions"),
  "/price-book/versions/:versionId": {
    path: ({ versionId }) => `/price-book/versions/${versionId}`,
    heading: "Version 1",
  },
  "/price-book/versions/:versionId/read": {
    path: ({ versionId }) => `/price-book/versions/${versionId}/read`,
    heading: "Price book",
  },
  "/price-book/*": at("/price-book/rates/substrates/walls", "Walls"),
};

test("every address of the app is known to this suite", () => {
  expect(routePatterns().length).toBeGreaterThan(20);
  expect(Object.keys(ADDRESSES)).toEqual(routePatterns());
});

test("after one visit to the list of estimates, every address opens with no signal from a closed browser", async () => {
  // Some thirty cold starts of a browser, one after the other.
  test.setTimeout(600_000);
  const stack = await Stack.start();
  const ids = await jobFromElsewhere(stack.url, "marcus.hale@brightcoat.example");
  const tablet = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Marcus Hale");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await expect(tablet.page.getByRole("link", { name: CUSTOMERS_STREET })).toBeVisible();
    const versionId = await bookHere(tablet.page);
    await tablet.switchOff();
    await stack.network.off();

    const room = `/estimates/${ids.estimateId}/areas/${ids.areaId}`;
    for (const [pattern, { path, heading, link }] of Object.entries(ADDRESSES))
      await test.step(pattern, async () => {
        await tablet.switchOn(path({ ...ids, versionId }));
        const { page } = tablet;
        const title = page.getByRole("heading", { name: heading, level: 1, exact: true });
        await expect.soft(title, pattern).toBeVisible();
        if (link) await expect.soft(page.getByRole("link", { name: link }), pattern).toBeVisible();
        await expect.soft(page.locator("main").first(), pattern).not.toBeEmpty();
        expect.soft(tablet.pageErrors, pattern).toEqual([]);
        await tablet.switchOff();
      });

    await test.step("a field of a room", async () => {
      await tablet.switchOn(`${room}#field=width`);
      const width = new AreaPage(tablet.page).field("Width");
      await expect(width).toBeFocused();
      await expect(width).toHaveValue("10");
      await tablet.switchOff();
    });
    await test.step("an estimate that is not here", async () => {
      await tablet.switchOn("/estimates/0199c0de-0000-7000-8000-000000000000/price");
      await expect(tablet.page.getByText(NOT_HERE)).toBeVisible();
      await expect(tablet.page.getByRole("link", { name: "To the estimates" })).toBeVisible();
      await tablet.switchOff();
    });
    await test.step("an address that is none", async () => {
      await tablet.switchOn("/nowhere/at/all.html?x=1#y");
      await expect(tablet.page.getByText("There is no such page.")).toBeVisible();
      await tablet.switchOff();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
