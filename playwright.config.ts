import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

const browser = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: /\.test\.ts$/,
  // Simulated histories and damaged bodies need no browser: vitest plays them.
  testIgnore: ["sim/**", "fuzz/**"],
  outputDir: "test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  // A journey starts servers and several tablets: two at once would only wait for each other.
  workers: 1,
  // A test that needs a second try has found something.
  retries: 0,
  forbidOnly: (process.env["CI"] ?? "") !== "",
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
