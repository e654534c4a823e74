import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, ElementHandle, type Page } from "puppeteer-core";
import { PORTRAIT } from "../fixtures/tablet.ts";
import { type Engine, STEP_MS } from "./engine.ts";
import { freeInPage, textInPage, type Wanted } from "./find-in-page.ts";

/** Firefox through WebDriver BiDi, on a profile of its own that outlives the browser. */
export class Firefox implements Engine {
  readonly #errors: string[] = [];
  readonly #program: string;
  readonly #profile = mkdtempSync(join(tmpdir(), "paintbox-firefox-"));
  #browser: Browser | null = null;
  #page: Page | null = null;

  private constructor(program: string) {
    this.#program = program;
  }

  static async start(program: string): Promise<Firefox> {
    const firefox = new Firefox(program);
    await firefox.#launch();
    return firefox;
  }

  async open(url: string): Promise<void> {
    await this.#here.goto(url, { timeout: STEP_MS });
  }

  async reload(): Promise<void> {
    await this.#here.reload({ timeout: STEP_MS });
  }

  async evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    // As source: whatever a runner has wrapped around it for its own counting stays outside.
    const call = `(${work.toString()})(${JSON.stringify(argument) ?? "undefined"})`;
    const result: Awaited<T> = JSON.parse(
      String(await this.#here.evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`)),
    );
    return result;
  }

  async textOf(wanted: Wanted): Promise<string> {
    return String(await this.#here.evaluate(`(${textInPage(wanted)})()`));
  }

  async press(wanted: Wanted): Promise<boolean> {
    const element = await this.#find(wanted);
    await element?.click();
    return element !== null;
  }

  async type(wanted: Wanted, text: string): Promise<boolean> {
    const element = await this.#find(wanted);
    await element?.type(text);
    return element !== null;
  }

  async pageErrors(): Promise<readonly string[]> {
    return this.#errors;
  }

  async screenshot(): Promise<Uint8Array> {
    return this.#here.screenshot();
  }

  async restart(): Promise<boolean> {
    await this.#browser?.close();
    await this.#launch();
    return true;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  get #here(): Page {
    if (!this.#page) throw new Error("Firefox is not running");
    return this.#page;
  }

  async #find(wanted: Wanted): Promise<ElementHandle | null> {
    // As source, in which one function has another inside.
    const found = await this.#here.evaluateHandle(`(${freeInPage(wanted)})()`);
    return found instanceof ElementHandle ? found : null;
  }

  async #launch(): Promise<void> {
    this.#browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: this.#program,
      userDataDir: this.#profile,
      // Firefox writes beside its profile as well.
      env: { ...process.env, HOME: this.#profile },
      protocolTimeout: STEP_MS,
      timeout: STEP_MS,
    });
    this.#page = (await this.#browser.pages())[0] ?? (await this.#browser.newPage());
    await this.#page.setViewport(PORTRAIT);
    this.#page.on("pageerror", (error) => this.#errors.push(String(error)));
  }
}
