import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFirefox, findWebKit } from "./engines.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-engines-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(...names: readonly string[]): void {
  for (const name of names) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
  }
}

test("the named Firefox comes before any other, and a wrong name is said", () => {
  expect(findFirefox({ PATH: folder })).toEqual({
    missing: "Firefox is not installed (Debian's package firefox-esr)",
  });
  install("firefox", "mine");
  const [program, named] = [join(folder, "firefox"), join(folder, "mine")];
  expect(findFirefox({ PATH: `:${folder}` })).toEqual({ program });
  expect(findFirefox({ PATH: folder, FIREFOX_PATH: named })).toEqual({ program: named });
  expect(() => findFirefox({ PATH: folder, FIREFOX_PATH: "/nowhere" })).toThrow("/nowhere");
});

test("WebKit is there when all that drives it is, and says which packages are missing", () => {
  install("WebKitWebDriver");
  expect(findWebKit({ PATH: folder }, folder)).toEqual({
    missing: "WebKitGTK is not installed (Debian's packages webkit2gtk-driver, xvfb)",
  });
  mkdirSync(join(folder, "some-machine/webkit2gtk-4.1"), { recursive: true });
  install("Xvfb", "some-machine/webkit2gtk-4.1/MiniBrowser");
  expect(findWebKit({ PATH: folder }, folder)).toEqual({
    driver: join(folder, "WebKitWebDriver"),
    browser: join(folder, "some-machine/webkit2gtk-4.1/MiniBrowser"),
    screen: join(folder, "Xvfb"),
  });
});
