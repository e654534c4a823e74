import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

const browser = findBrowser();
const inCi = (process.env["CI"] ?? "") !== "";
/** Simulated histories and damaged bodies need no browser: vitest plays them. */
const NOT_HERE = ["sim/**", "fuzz/**"];
/** 2,000 edits, typed at three tablets. */
const LONGEST = "week-away.test.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: /\.test\.ts$/,
  testIgnore: NOT_HERE,
  outputDir: "test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  // A journey starts servers, on ports and a data folder of their own, and waits a lot: for pauses, and for signal.
  workers: 2,
  // A test that needs a second try has found something, so there is none at a developer's desk. A shared CI machine can
  // stand still for half a minute: there a second try tells its pauses from our faults, and the summary names each.
  retries: inCi ? 1 : 0,
  // The longest one first, or it would be played alone in the end.
  projects: [
    { name: "the longest", testMatch: LONGEST },
    { name: "journeys", testIgnore: [...NOT_HERE, LONGEST] },
  ],
  forbidOnly: inCi,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    // The tablet most estimators carry, held upright.
    viewport: { width: 820, height: 1180 },
    deviceScaleFactor: 1,
    hasTouch: true,
    locale: "en-US",
    timezoneId: "America/Denver",
    serviceWorkers: "allow",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    ...(browser && {
      launchOptions: { executablePath: browser.executablePath, args: [...browser.args] },
    }),
  },
});
