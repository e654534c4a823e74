import { accessSync, constants, globSync } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What drives a real WebKit: its WebDriver, the browser that is driven, and a screen for it. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** A browser other than Chromium: where its programs are, or in one sentence what is not installed. */
export type Found<T> = T | { readonly missing: string };

/** The Firefox that FIREFOX_PATH names, else one on the PATH. Throws when FIREFOX_PATH names nothing. */
export function findFirefox(env: Environment = process.env): Found<{ readonly program: string }> {
  const named = env["FIREFOX_PATH"];
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return { program: named };
    throw new Error(`FIREFOX_PATH names ${named}, and there is no such program`);
  }
  const program = onPath(env, "firefox-esr") ?? onPath(env, "firefox");
  return program === undefined
    ? { missing: "Firefox is not installed (Debian's package firefox-esr)" }
    : { program };
}

/** WebKitGTK with its small browser, the nearest to an iPad's Safari that runs on Linux. */
export function findWebKit(
  env: Environment = process.env,
  libraries = "/usr/lib",
): Found<WebKitPrograms> {
  const driver = onPath(env, "WebKitWebDriver");
  const browser = globSync(`${libraries}/{*/,}webkit2gtk-4.1/MiniBrowser`).find(isProgram);
  const screen = onPath(env, "Xvfb");
  if (driver && browser && screen) return { driver, browser, screen };
  const packages = [
    ...(driver && browser ? [] : ["webkit2gtk-driver"]),
    ...(screen ? [] : ["xvfb"]),
  ];
  return { missing: `WebKitGTK is not installed (Debian's packages ${packages.join(", ")})` };
}

const onPath = (env: Environment, name: string): string | undefined =>
  (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isProgram);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
