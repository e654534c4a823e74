import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { buildAll } from "../scripts/build.ts";
import { ROOT } from "../scripts/lib/paths.ts";
import { bookScenes } from "./fixtures/book-scenes.ts";
import { publishHigherWage } from "./fixtures/newer-book.ts";
import { Stack } from "./fixtures/stack.ts";
import { troubleScenes } from "./fixtures/trouble-scenes.ts";
import { LANDSCAPE, PORTRAIT, type Screen, Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { ItemsPage } from "./page-models/items.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

/**
 * `npm run shots`: every screen in portrait, landscape and on a phone, in three themes and two languages, with
 * a page to look at them side by side. For eyes, not for assertions.
 */
const OUT = join(ROOT, "test-results/contact-sheet");
const SCREENS: Readonly<Record<string, Screen>> = {
  portrait: PORTRAIT,
  landscape: LANDSCAPE,
  phone: { width: 390, height: 844 },
};
/** Sun in Spanish and the evening in English: every theme and language, without every combination. */
const FACES = [
  { theme: "light", language: "en" },
  { theme: "sun", language: "es" },
  { theme: "dark", language: "en" },
] as const;

interface Scene {
  readonly name: string;
  readonly path: string;
  /** What has to be done on the page before it is worth a look. */
  readonly prepare?: (page: Page) => Promise<void>;
}

async function sampleJob(tablet: Tablet, address: string): Promise<readonly Scene[]> {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  // waitFor(), because the expectations of a script have no test's patience: the whole shell has to arrive.
  await page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  const estimate = new URL(page.url()).pathname;
  const area = new AreaPage(page);
  await area.add("room");
  await area.nameIt("Bedroom");
  const bedroom = new URL(page.url()).pathname;
  await measure(area, [`12'6"`, "10", "8", "1", "1"]);
  await page.getByRole("contentinfo").getByRole("button", { name: "Copy area" }).click();
  await expect(page.getByRole("heading", { name: "Bedroom 2", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await area.add("side");
  await area.nameIt("Front");
  await measure(area, ["40", "12.5", "1", "4"]);
  await page.getByRole("link", { name: "Back" }).click();
  const crew = await otherWork(page);
  expect(await publishHigherWage(address)).toEqual(["applied"]);
  return [
    { name: "home", path: "/" },
    { name: "customers", path: "/estimates/new" },
    { name: "areas", path: estimate },
    { name: "area", path: bedroom },
    {
      name: "keypad",
      path: bedroom,
      prepare: (shown) => shown.locator("input[inputmode=none]").first().click(),
    },
    { name: "surface", path: bedroom, prepare: openSurface },
    { name: "line", path: crew },
    { name: "add-line", path: estimate, prepare: addLine },
    { name: "details", path: `${estimate}/details` },
    { name: "customer", path: `${estimate}/details`, prepare: changeCustomer },
    { name: "price", path: `${estimate}/price` },
    { name: "trace", path: `${estimate}/price`, prepare: openTotal },
    { name: "sums", path: `${estimate}/price`, prepare: openCosts },
    { name: "newer-book", path: `${estimate}/price`, prepare: openNewerBook },
    { name: "calculation", path: `${estimate}/calculation?option=better` },
    { name: "sync", path: "/sync" },
    { name: "settings", path: "/settings" },
    { name: "devices", path: "/settings/devices" },
    { name: "pairing-code", path: "/settings/devices", prepare: showCode },
    { name: "salesforce", path: "/salesforce" },
  ];
}

async function measure(area: AreaPage, texts: readonly string[]): Promise<void> {
  await area.field("Length").click();
  for (const text of texts) {
    await area.tap(text);
    await area.next.click();
  }
}

/** Days of a crew, and an add-on that the customer may take; resolves with the address of the crew's line. */
async function otherWork(page: Page): Promise<string> {
  const items = new ItemsPage(page);
  await items.add("Days of the crew");
  const crew = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Put the keypad away" }).click();
  await items.covers("Bedroom");
  await items.done();
  await items.add("From the price book", "Remove wallpaper");
  await items.tap("Quantity, sq ft", "324");
  await page.getByRole("button", { name: "Put the keypad away" }).click();
  await items.makeOptional();
  await items.done();
  return crew;
}

/** Whatever the language: the first surface's arrow, and the line behind which its paint and primer are. */
async function openSurface(page: Page): Promise<void> {
  await page.locator("button[aria-expanded]").first().click();
  await page.locator("main details > summary").first().click();
}

async function addLine(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Add other work|Agregar otro trabajo/ }).click();
}

async function showCode(page: Page): Promise<void> {
  await page.getByRole("contentinfo").getByRole("button").click();
  await page.getByRole("dialog").locator("svg[viewBox]").last().waitFor();
}

async function openCosts(page: Page): Promise<void> {
  await page.locator("main details > summary").last().click();
  await page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
}

async function openNewerBook(page: Page): Promise<void> {
  await page.locator("main").getByRole("status").getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("heading").nth(1).waitFor();
}

async function changeCustomer(page: Page): Promise<void> {
  await page.getByRole("region").first().getByRole("button").click();
}

async function openTotal(page: Page): Promise<void> {
  await page.getByRole("article").nth(1).getByRole("button").first().click();
}

async function shoot(tablet: Tablet, address: string, scenes: readonly Scene[]): Promise<string[]> {
  const files: string[] = [];
  for (const { theme, language } of FACES)
    for (const [device, screen] of Object.entries(SCREENS)) {
      await tablet.rotate(screen);
      await tablet.page.evaluate(
        (face) => {
          localStorage.setItem("paintbox.theme", face.theme);
          localStorage.setItem("paintbox.language", face.language);
        },
        { theme, language },
      );
      for (const { name, path, prepare } of scenes) {
        await tablet.page.goto(`${address}${path}`);
        await tablet.page.getByRole("heading").first().waitFor();
        await tablet.page.waitForFunction(() => !document.querySelector("output[aria-label]"));
        await prepare?.(tablet.page);
        // For eyes only: the screen's motion, at most 200 ms, has ended.
        await tablet.page.waitForTimeout(400);
        const file = `${name}-${device}-${theme}-${language}.png`;
        await tablet.page.screenshot({ path: join(OUT, file) });
        files.push(file);
      }
    }
  return files;
}

function sheetOf(files: readonly string[]): string {
  const figures = files.map(
    (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
  );
  const style =
    "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}img{height:420px;border:1px solid}figure{margin:0}";
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${figures.join("")}`;
}

await buildAll();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const stack = await Stack.start();
const tablet = await Tablet.unpack(stack.url);
const manager = await Tablet.unpack(stack.url);
const colleague = await Tablet.unpack(stack.url);
try {
  await tablet.page.screenshot({ path: join(OUT, "sign-in-portrait-light-en.png") });
  const files = await shoot(tablet, stack.url, await sampleJob(tablet, stack.url));
  const page = new PricePage(tablet.page);
  await tablet.page.evaluate(() => localStorage.setItem("paintbox.language", "en"));
  await tablet.rotate(PORTRAIT);
  await tablet.page.goto(`${stack.url}/`);
  await tablet.page.getByText("Amara Ramírez").click();
  await page.open();
  await page.accept("Better");
  await tablet.page.screenshot({ path: join(OUT, "accepted-portrait-dark-en.png") });
  await tablet.rotate(PORTRAIT);
  const trouble = await shoot(
    tablet,
    stack.url,
    await troubleScenes(tablet.page, colleague, stack.url),
  );
  const book = await shoot(manager, stack.url, await bookScenes(manager, stack.url));
  const all = [
    "sign-in-portrait-light-en.png",
    ...files,
    "accepted-portrait-dark-en.png",
    ...trouble,
    ...book,
  ];
  writeFileSync(join(OUT, "index.html"), sheetOf(all));
  console.log(`${all.length} pictures: ${join(OUT, "index.html")}`);
} finally {
  await colleague.throwAway();
  await manager.throwAway();
  await tablet.throwAway();
  await stack.stop();
}
