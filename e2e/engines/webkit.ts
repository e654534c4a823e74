import { closeSync, openSync, readFileSync } from "node:fs";
import { test } from "@playwright/test";
import { startNode, type Child } from "../../scripts/lib/child.ts";
import type { WebKitPrograms } from "../../scripts/engines.ts";
import { freePort } from "../../scripts/lib/ports.ts";
import { PORTRAIT } from "../fixtures/tablet.ts";
import type { Engine } from "./engine.ts";
import { freeInPage, textInPage, type Wanted } from "./find-in-page.ts";
import { type ElementReference, Refused, WebDriver } from "./webdriver.ts";

const STAGE = new URL("stage.ts", import.meta.url).pathname;

const SURROUNDINGS = {
  // It cannot build its own sandbox as root, nor in most containers.
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  // There is no graphics card behind the screen. Its compositing stays on: without, WebKitGTK 2.50 never answers when
  // it is asked for a picture of the page.
  LIBGL_ALWAYS_SOFTWARE: "1",
  // Nor anybody who has the screen read to them: no bus, and nothing that waits for one.
  DBUS_SESSION_BUS_ADDRESS: "disabled:",
  NO_AT_BRIDGE: "1",
};

/**
 * WebKitGTK through its WebDriver, on a screen that nobody sees. When it is driven it keeps all it has in memory, as Safari
 * does in a private window: a restart would find nothing.
 */
export class WebKit implements Engine {
  readonly #errors: string[] = [];
  readonly #driver: WebDriver;
  readonly #process: Child;

  private constructor(driver: WebDriver, process: Child) {
    this.#driver = driver;
    this.#process = process;
  }

  /** @param features what is switched on besides what WebKitGTK has anyway, by WebKit's names. */
  static async start(
    { driver, browser, screen }: WebKitPrograms,
    features: string | null,
  ): Promise<WebKit> {
    const port = await freePort(0, "127.0.0.1");
    const args = ["--automation", ...(features === null ? [] : [`--features=${features}`])];
    // Beside the test's other results, to be read when it has failed.
    const log = test.info().outputPath("webkit.log");
    const output = openSync(log, "a");
    const stage = [STAGE, screen, driver, `--port=${port}`];
    const process = startNode("WebKitGTK", stage, SURROUNDINGS, output);
    closeSync(output);
    const gone = new AbortController();
    void process.ended.then(() => gone.abort());
    try {
      const session = await WebDriver.begin(
        {
          url: `http://127.0.0.1:${port}`,
          gone: gone.signal,
          said: () => readFileSync(log, "utf8"),
        },
        { "webkitgtk:browserOptions": { binary: browser, args } },
      );
      await session.resize(PORTRAIT.width, PORTRAIT.height);
      return new WebKit(session, process);
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await this.#listened(() => this.#driver.open(url));
  }

  async reload(): Promise<void> {
    await this.#listened(() => this.#driver.reload());
  }

  async evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    const call = `(${work.toString()})(${JSON.stringify(argument) ?? "undefined"})`;
    const answer = await this.#driver.runAsync<{ readonly is: T } | { readonly failed: string }>(
      `const done = arguments[0];
       (async () => ${call})().then((is) => done({ is }), (error) => done({ failed: String(error) }));`,
    );
    if ("failed" in answer) throw new Error(answer.failed);
    return answer.is;
  }

  textOf(wanted: Wanted): Promise<string> {
    return this.#driver.run<string>(`return (${textInPage(wanted)})();`);
  }

  async press(wanted: Wanted): Promise<boolean> {
    return this.#with(wanted, (element) => this.#driver.press(element));
  }

  async type(wanted: Wanted, text: string): Promise<boolean> {
    return this.#with(wanted, (element) => this.#driver.type(element, text));
  }

  async pageErrors(): Promise<readonly string[]> {
    const noted = await this.#driver.run<string[]>(
      "return (globalThis.engineErrors ?? []).splice(0);",
    );
    this.#errors.push(...noted);
    return this.#errors;
  }

  screenshot(): Promise<Uint8Array> {
    return this.#driver.screenshot();
  }

  async restart(): Promise<boolean> {
    return false;
  }

  async close(): Promise<void> {
    await this.#driver.end().catch(() => undefined);
    await this.#process.stop();
  }

  async #with(
    wanted: Wanted,
    work: (element: ElementReference) => Promise<unknown>,
  ): Promise<boolean> {
    const element = await this.#driver.run<ElementReference | null>(
      `return (${freeInPage(wanted)})();`,
    );
    if (element === null) return false;
    try {
      await work(element);
      return true;
    } catch (error) {
      // Drawn anew, or covered, since it was found.
      if (error instanceof Refused && GONE_MEANWHILE.has(error.kind)) return false;
      throw error;
    }
  }

  /** WebDriver tells no errors of a page: it notes them itself, from when it is loaded until the next one is asked for. */
  async #listened(go: () => Promise<unknown>): Promise<void> {
    await this.pageErrors();
    await go();
    await this.#driver.run(`
      const noted = (globalThis.engineErrors = []);
      addEventListener("error", ({ message }) => noted.push(message));
      addEventListener("unhandledrejection", ({ reason }) => noted.push(String(reason)));`);
  }
}

const GONE_MEANWHILE: ReadonlySet<string> = new Set([
  "stale element reference",
  "element click intercepted",
  "element not interactable",
]);
