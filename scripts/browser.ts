import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** The one place that knows which browser tests, benches and Lighthouse run, and how. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Finds a Chromium: the one named by CHROMIUM_PATH, then one on the PATH, then Playwright's own.
 * Throws when CHROMIUM_PATH names nothing: a setting that is silently passed over misleads.
 */
export function findBrowser(env: Environment = process.env): Browser | undefined {
  const executablePath = findExecutable(env);
  return executablePath === undefined ? undefined : { executablePath, args: launchArgs(env) };
}

/** Finds a Chromium or installs one; failing that, ends with what a person can do about it. */
export async function ensureBrowser(env: Environment = process.env): Promise<Browser> {
  for (const install of [() => {}, playwrightInstall, debianInstall]) {
    install();
    const found = findBrowser(env);
    if (found !== undefined) return found;
  }
  throw new Error(
    "No Chromium was found, and none could be installed. Install Chromium or Google Chrome, " +
      "or say where one is: CHROMIUM_PATH=/path/to/chromium",
  );
}

/**
 * No talk to the maker's servers while testing; and Chromium's own sandbox cannot be built by root,
 * nor inside most containers that CI runs in.
 */
export function launchArgs(env: Environment, uid = process.getuid?.()): readonly string[] {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  const inContainer = uid === 0 || (env["CI"] ?? "") !== "";
  return inContainer ? [...quiet, "--no-sandbox", "--disable-dev-shm-usage"] : quiet;
}

function findExecutable(env: Environment): string | undefined {
  const named = env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file`);
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath(),
  ];
  return installed.find((path) => existsSync(path));
}

function playwrightInstall(): void {
  console.log("No Chromium found: asking Playwright to install one.");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
}

function debianInstall(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing Debian's Chromium instead.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "-qy", "chromium"], { stdio: "inherit", env });
}
