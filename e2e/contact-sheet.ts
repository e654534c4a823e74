import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { buildAll } from "../scripts/build.ts";
import { ROOT } from "../scripts/lib/paths.ts";
import { faultsOf } from "./fixtures/axe.ts";
import { bookScenes } from "./fixtures/book-scenes.ts";
import { leaseScenes, readKept, storageCleared } from "./fixtures/lease-scenes.ts";
import { publishHigherWage } from "./fixtures/newer-book.ts";
import { officeScenes } from "./fixtures/office-scenes.ts";
import { pairScenes } from "./fixtures/pair-scenes.ts";
import { photoScenes } from "./fixtures/photo-scenes.ts";
import type { Scene } from "./fixtures/scene.ts";
import { sampleRemoved, sampleScenes } from "./fixtures/sample-scenes.ts";
import { pushSeason } from "./fixtures/season.ts";
import { shareScenes } from "./fixtures/share-scenes.ts";
import { storageScenes } from "./fixtures/storage-scenes.ts";
import { Stack } from "./fixtures/stack.ts";
import { troubleScenes } from "./fixtures/trouble-scenes.ts";
import { LANDSCAPE, PORTRAIT, type Screen, Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { DevicesPage } from "./page-models/devices.ts";
import { syncChip } from "./page-models/header.ts";
import { ItemsPage } from "./page-models/items.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

/**
 * `npm run screens`: every screen in portrait, landscape and on a phone, in three themes and two languages, with text
 * twice as large and in colours of one's own, with a page to look at them side by side. For eyes; and axe looks at
 * everything that is photographed.
 */
const OUT = join(ROOT, "test-results/contact-sheet");
const SCREENS: Readonly<Record<string, Screen>> = {
  portrait: PORTRAIT,
  landscape: LANDSCAPE,
  phone: { width: 390, height: 844 },
};
/** Sun in Spanish and the evening in English: every theme and language, without every combination. */
const FACES: readonly Face[] = [
  { theme: "light", language: "en" },
  { theme: "sun", language: "es" },
  { theme: "dark", language: "en" },
  // Text twice as large, and the colours of whoever chose their own.
  { theme: "light", language: "es", need: "large-text" },
  { theme: "light", language: "en", need: "own-colours" },
];

interface Face {
  readonly theme: "light" | "sun" | "dark";
  readonly language: "en" | "es";
  readonly need?: "large-text" | "own-colours";
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

/** An estimate whose project CompanyCam has photos of. @returns its address. */
async function jobWithPhotos(tablet: Tablet, address: string): Promise<string> {
  const { page } = tablet;
  await page.evaluate(() => localStorage.setItem("paintbox.language", "en"));
  await tablet.rotate(PORTRAIT);
  await page.goto(`${address}/`);
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("abernathy");
  await chooser.choose("Joyce Abernathy");
  const estimate = new URL(page.url()).pathname;
  await expect(syncChip(page)).toHaveText("On the server.");
  await page.goto(`${address}${estimate}/photos`);
  await page.getByRole("button", { name: "Look for the project" }).click();
  await page.getByRole("list", { name: "Photos" }).waitFor();
  return estimate;
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

/** Until every open estimate has its price. */
const priced = (page: Page): Promise<void> => page.locator('[aria-busy="false"]').waitFor();

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

async function shoot(tablet: Tablet, address: string, scenes: readonly Scene[]): Promise<void> {
  const { page } = tablet;
  for (const { theme, language, need } of FACES)
    for (const [device, screen] of Object.entries(SCREENS)) {
      await tablet.rotate(screen);
      await page.emulateMedia({ forcedColors: need === "own-colours" ? "active" : "none" });
      await page.evaluate(
        (face) => {
          localStorage.setItem("paintbox.theme", face.theme);
          localStorage.setItem("paintbox.language", face.language);
        },
        { theme, language },
      );
      for (const { name, path, before, prepare } of scenes) {
        if (askedScenes.length > 0 && !askedScenes.includes(name)) continue;
        await before?.(page);
        // A new document also where only the part behind the hash is another.
        await page.goto("about:blank");
        await page.goto(`${address}${path}`);
        await page.getByRole("heading").first().waitFor();
        await page.waitForFunction(() => !document.querySelector("output[aria-label]"));
        if (need === "large-text") await page.evaluate(enlargeText);
        await prepare?.(page);
        // For eyes only: the screen's motion, at most 200 ms, has ended.
        await page.waitForTimeout(400);
        await take(page, [name, device, need ?? theme, language].join("-"));
        await page.unrouteAll({ behavior: "ignoreErrors" });
      }
    }
}

/** As a browser does whose person wants text twice as large. */
const enlargeText = (): void => {
  document.documentElement.style.fontSize = "200%";
};

/** One picture, and what axe finds wrong with what is in it. */
async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  pictures.push(`${name}.png`);
  for (const fault of await faultsOf(page)) faults.push(`${name}: ${fault}`);
}

function sheetOf(files: readonly string[]): string {
  const figures = files.map(
    (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
  );
  const style =
    "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}img{height:420px;border:1px solid}figure{margin:0}";
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${figures.join("")}`;
}

/** The office cleared this tablet: its last screen, in every face. */
async function shootCleared(office: Tablet, lost: Tablet, address: string): Promise<void> {
  await office.page.evaluate(() => localStorage.setItem("paintbox.language", "en"));
  await office.page.goto(`${address}/`);
  const devices = new DevicesPage(office.page);
  await devices.open();
  await devices.clear("Noah Brandt");
  await lost.page.reload();
  await lost.page.getByText("This tablet is cleared").waitFor({ timeout: 60_000 });
  for (const { theme } of FACES.filter(({ need }) => need === undefined))
    for (const [device, screen] of Object.entries(SCREENS)) {
      await lost.rotate(screen);
      // Nothing is remembered here any more, so nothing can be chosen either.
      await lost.page.evaluate((name) => {
        document.documentElement.dataset["theme"] = name;
      }, theme);
      await take(lost.page, `cleared-${device}-${theme}-en`);
    }
}

const pictures: string[] = [];
const faults: string[] = [];
const GROUPS = new Set([
  "sample",
  "share",
  "job",
  "pair",
  "trouble",
  "photos",
  "office",
  "book",
  "pipeline",
  "storage",
  "lease",
]);
/** `npm run screens -- job price`: only what belongs to one of the groups that are named, and of it only these scenes. */
const asked = process.argv.slice(2).filter((word) => GROUPS.has(word));
const askedScenes = process.argv.slice(2).filter((word) => !GROUPS.has(word));
const isAsked = (group: string): boolean => asked.length === 0 || asked.includes(group);

await buildAll();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const stack = await Stack.start({ withCompanyCam: true });
const { url } = stack;
const tablets: Tablet[] = [];
const unpack = async (): Promise<Tablet> => {
  const tablet = await Tablet.unpack(url);
  tablets.push(tablet);
  return tablet;
};
try {
  const tablet = await unpack();
  await take(tablet.page, "sign-in-portrait-light-en");
  if (isAsked("pair")) await shoot(tablet, url, pairScenes);
  await tablet.page.evaluate(() => localStorage.clear());
  await tablet.rotate(PORTRAIT);
  await tablet.page.goto(url);
  // While the company has no estimates.
  if (isAsked("sample")) {
    const fresh = await unpack();
    const { playing, accepting } = await sampleScenes(fresh.page);
    await shoot(fresh, url, playing);
    await shoot(fresh, url, accepting);
    await shoot(fresh, url, [sampleRemoved]);
  }
  if (isAsked("job")) {
    await shoot(tablet, url, await sampleJob(tablet, url));
    await tablet.page.evaluate(() => localStorage.setItem("paintbox.language", "en"));
    await tablet.rotate(PORTRAIT);
    await tablet.page.goto(`${url}/`);
    await tablet.page.getByText("Amara Ramírez").click();
    const price = new PricePage(tablet.page);
    await price.open();
    await price.accept("Better");
    await take(tablet.page, "accepted-portrait-dark-en");
  } else await signIn(tablet.page, "Erin Vega");
  if (isAsked("trouble"))
    await shoot(tablet, url, await troubleScenes(tablet.page, await unpack(), url));
  if (isAsked("photos") || isAsked("storage")) {
    const job = await jobWithPhotos(tablet, url);
    if (isAsked("photos")) await shoot(tablet, url, photoScenes(job));
    if (isAsked("storage")) await shoot(tablet, url, storageScenes(`${job}/photos`));
  }
  if (isAsked("share")) {
    await tablet.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await shoot(tablet, url, shareScenes("estimator"));
  }
  if (isAsked("office")) await shoot(tablet, url, officeScenes);
  const manager = await unpack();
  if (isAsked("book")) await shoot(manager, url, await bookScenes(manager, url));
  else await signIn(manager.page, "Marcus Hale");
  if (isAsked("share")) {
    await manager.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await shoot(manager, url, shareScenes("manager").slice(1, 2));
  }
  if (isAsked("pipeline")) {
    await pushSeason(url);
    await shoot(manager, url, [{ name: "pipeline", path: "/pipeline", prepare: priced }]);
  }
  if (isAsked("lease")) {
    const late = await unpack();
    await signIn(late.page, "Noah Brandt");
    await late.page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
    await expect.poll(async () => (await readKept(late.page))?.["told"]).toBeTruthy();
    const kept = await readKept(late.page);
    await shoot(late, url, leaseScenes(kept));
    await shoot(late, url, [storageCleared(kept)]);
    await late.page.evaluate(() => localStorage.clear());
    await late.page.goto(url);
    await shootCleared(manager, late, url);
  }
  writeFileSync(join(OUT, "index.html"), sheetOf(pictures));
  console.log(`${pictures.length} pictures: ${join(OUT, "index.html")}`);
  console.log(`axe: ${faults.length} faults`);
  for (const fault of new Set(faults)) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  for (const tablet of tablets) await tablet.throwAway();
  await stack.stop();
}
