import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "../scripts/browser.ts";
import { buildAll } from "../scripts/build.ts";
import { ROOT } from "../scripts/lib/paths.ts";
import { freePort } from "../scripts/lib/ports.ts";
import { runTool } from "../scripts/lib/run.ts";
import { forgetBusyRuns } from "./fixtures/lighthouse-reports.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/**
 * `npm run lhci -- [runs] [word]`: Lighthouse, as on a phone, held to the budgets of lighthouserc.json; the median of the runs
 * counts. First the first visit of somebody who is not signed in, over the network; then every main screen on a tablet
 * that has its records and its service worker; with a word, those screens alone whose address it ends.
 */
const LHCI = "@lhci/cli/src/cli.js";
/** So often a run is made anew that something else has disturbed; the last one counts as it is. */
const ATTEMPTS = 3;
/** Where the reports of a run lie. */
const REPORTS = join(ROOT, ".lighthouseci");

/** Signs in, measures a room, and leaves the browser on an empty page. @returns the addresses of every main screen. */
async function mainScreens({ page }: Tablet): Promise<readonly string[]> {
  await signIn(page, "Erin Vega");
  await page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  const estimate = new URL(page.url()).pathname;
  const area = new AreaPage(page);
  await area.add("room");
  for (const measure of [`12'6"`, "10", "8"]) {
    await area.tap(measure);
    await area.next.click();
  }
  await area.savedMark.waitFor();
  const room = new URL(page.url()).pathname;
  await page.goto("about:blank");
  return [
    // Not the address of the first visit, whose runs are counted by themselves.
    "/?tablet",
    "/estimates/new",
    estimate,
    room,
    `${estimate}/price`,
    `${estimate}/details`,
    "/sync",
    "/settings",
    "/price-book",
  ];
}

async function collect(urls: readonly string[], ...args: readonly string[]): Promise<boolean> {
  const { executablePath } = await ensureBrowser();
  const env = { CHROME_PATH: executablePath };
  const addresses = urls.map((url) => `--collect.url=${url}`);
  return (await runTool(LHCI, ["collect", ...addresses, ...args], env)) === 0;
}

/** Every page that broke a budget, as its address. Throws when nothing was held to any. */
function broken(): readonly string[] {
  const told: unknown = JSON.parse(readFileSync(join(REPORTS, "assertion-results.json"), "utf8"));
  if (!Array.isArray(told)) throw new Error("lhci has not said what it found");
  const urls = told.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "url" in one && typeof one.url === "string"
      ? [one.url]
      : [],
  );
  return [...new Set(urls)];
}

/**
 * @param runs of every page. After a single one that breaks a budget, two more of that page decide, by the median: most
 *   pages need no second look, and a machine that was busy for a moment is no fault of theirs.
 * @param end of the addresses of the screens that are wanted.
 * @returns whether every budget was kept.
 */
export async function lighthouse(runs: number, end = ""): Promise<boolean> {
  const { args } = await ensureBrowser();
  const flags = ["--headless=new", ...args].join(" ");
  const debugging = await freePort(0, "127.0.0.1");
  const stack = await Stack.start();
  rmSync(REPORTS, { recursive: true, force: true });
  const tablet = await Tablet.unpack(stack.url, undefined, [
    `--remote-debugging-port=${debugging}`,
  ]);
  try {
    const firstVisit = `${stack.url}/`;
    const screens = (await mainScreens(tablet)).map((path) => `${stack.url}${path}`);
    const collectOnce = async (urls: readonly string[], often: number): Promise<boolean> => {
      const times = `--collect.numberOfRuns=${often}`;
      const signedIn = urls.filter((url) => url !== firstVisit);
      return (
        (!urls.includes(firstVisit) ||
          (await collect(
            [firstVisit],
            times,
            "--additive",
            `--collect.settings.chromeFlags=${flags}`,
          ))) &&
        (signedIn.length === 0 ||
          (await collect(
            signedIn,
            times,
            "--additive",
            `--collect.settings.port=${debugging}`,
            // It stays signed in, with its records and its service worker.
            "--collect.settings.disableStorageReset=true",
            // Really slowed down: what Lighthouse reckons for pages from a service worker is a first paint too early to
            // be true, with the start of the browser's process behind it, as if that blocked somebody.
            "--collect.settings.throttlingMethod=devtools",
          )))
      );
    };
    const collectAll = async (urls: readonly string[], often: number): Promise<boolean> => {
      if (!(await collectOnce(urls, often))) return false;
      for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
        const again = forgetBusyRuns(REPORTS);
        if (again.length === 0) return true;
        process.stdout.write(`This machine was busy with something else: ${again.length} again.\n`);
        for (const url of again) if (!(await collectOnce([url], 1))) return false;
      }
      return true;
    };
    const wanted = [firstVisit, ...screens].filter((url) => url.endsWith(end));
    if (!(await collectAll(wanted, runs))) return false;
    let isWithin = (await runTool(LHCI, ["assert"])) === 0;
    if (!isWithin && runs === 1) {
      process.stdout.write("Two more runs decide about the pages above.\n");
      if (!(await collectAll(broken(), 2))) return false;
      isWithin = (await runTool(LHCI, ["assert"])) === 0;
    }
    return isWithin;
  } finally {
    await runTool(LHCI, ["upload"]);
    await tablet.throwAway();
    await stack.stop();
  }
}

if (import.meta.main) {
  await buildAll();
  process.exitCode = (await lighthouse(Number(process.argv[2] ?? 3), process.argv[3])) ? 0 : 1;
}
