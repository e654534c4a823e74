import { expect } from "@playwright/test";
import { type Engine, STEP_MS } from "./engine.ts";
import type { Wanted } from "./find-in-page.ts";

/** What the keys of the keypad are called, where not by what they write. */
const KEYS: Readonly<Record<string, string>> = { "'": "ft, feet", '"': "in, inches" };

const WAIT = { timeout: STEP_MS };

/** What a person does with a page, in an engine that does not wait by itself. */
export class Hand {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Presses, as soon as it is there and nothing lies on it. */
  async press(role: Wanted["role"], name: string, within?: Wanted): Promise<void> {
    await expect
      .poll(() => this.#engine.press({ role, name, ...(within && { within }) }), {
        ...WAIT,
        message: `press the ${role} “${name}”`,
      })
      .toBe(true);
  }

  /** Presses until these words stand there: right after a start what is pressed may move under the finger. */
  async pressUntil(role: Wanted["role"], name: string, words: string): Promise<void> {
    await expect
      .poll(
        async () => {
          const text = await this.#engine.evaluate(() => document.body.innerText, null);
          if (text.includes(words)) return true;
          await this.#engine.press({ role, name });
          return false;
        },
        { ...WAIT, message: `press the ${role} “${name}” until “${words}”` },
      )
      .toBe(true);
  }

  /** Presses whichever of these is there. */
  async pressEither(role: Wanted["role"], names: readonly string[]): Promise<void> {
    await expect
      .poll(
        async () => {
          for (const name of names) if (await this.#engine.press({ role, name })) return true;
          return false;
        },
        { ...WAIT, message: `press one of the ${role}s “${names.join("”, “")}”` },
      )
      .toBe(true);
  }

  async type(role: "searchbox" | "textbox", name: string | null, text: string): Promise<void> {
    const wanted: Wanted = { role, ...(name !== null && { name }) };
    await expect
      .poll(() => this.#engine.type(wanted, text), {
        ...WAIT,
        message: `type into the ${role} “${name ?? ""}”`,
      })
      .toBe(true);
  }

  /** Taps a measure on the keypad, one key for each character. */
  async tap(keys: string): Promise<void> {
    for (const key of keys) await this.press("button", KEYS[key] ?? key);
  }

  /** Waits until this is what stands there. */
  async sees(wanted: Wanted, text: string | RegExp): Promise<void> {
    await expect
      .poll(() => this.read(wanted), { ...WAIT, message: `${wanted.role} ${wanted.name ?? ""}` })
      .toMatch(text);
  }

  /** Waits until these words stand somewhere on the page. */
  async seesText(words: string): Promise<void> {
    await expect
      .poll(() => this.#engine.evaluate(() => document.body.innerText, null), WAIT)
      .toContain(words);
  }

  /** What stands there now; empty: it is not there. */
  async read(wanted: Wanted): Promise<string> {
    return (await this.#engine.textOf(wanted)).trim();
  }
}
