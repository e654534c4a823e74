import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser, launchArgs } from "./browser.ts";

test("the named browser comes before any other, and a wrong name is said", () => {
  const folder = mkdtempSync(join(tmpdir(), "paintbox-browser-"));
  const [named, found] = [join(folder, "mine"), join(folder, "chromium")];
  writeFileSync(named, "");
  writeFileSync(found, "");
  expect(findBrowser({ CHROMIUM_PATH: named, PATH: folder })?.executablePath).toBe(named);
  expect(findBrowser({ PATH: `/nowhere:${folder}` })?.executablePath).toBe(found);
  rmSync(folder, { recursive: true });
  expect(() => findBrowser({ CHROMIUM_PATH: named })).toThrow(named);
});

test("the browser gives up its own sandbox only where it cannot have one", () => {
  expect(launchArgs({}, 1000)).not.toContain("--no-sandbox");
  expect(launchArgs({}, 0)).toContain("--no-sandbox");
  expect(launchArgs({ CI: "true" }, 1000)).toContain("--no-sandbox");
  expect(launchArgs({}, 1000)).toContain("--disable-background-networking");
});
