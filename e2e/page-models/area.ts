import { expect, type Locator, type Page } from "@playwright/test";

/** What the keys of the keypad are called, by what they write. */
const KEYS: Readonly<Record<string, string>> = {
  "'": "ft, feet",
  '"': "in, inches",
  ".": "point",
  "+": "plus",
  "½": "one half",
};

/** One room or side, with the keypad. */
export class AreaPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async add(kind: "room" | "side"): Promise<void> {
    await this.#page.getByRole("button", { name: `Add ${kind}` }).click();
    await expect(this.field("Length")).toBeVisible();
  }

  async nameIt(name: string): Promise<void> {
    await this.#page.getByRole("button", { name, exact: true }).click();
    await expect(this.#page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }

  field(label: string): Locator {
    return this.#page.getByRole("textbox", { name: label, exact: true });
  }

  get next(): Locator {
    return this.#page.getByRole("button", { name: "Next", exact: true });
  }

  /** Taps a measure on the keypad, one key for each character. */
  async tap(keys: string): Promise<void> {
    for (const key of keys)
      await this.#page.getByRole("button", { name: KEYS[key] ?? key, exact: true }).click();
  }

  /** What a laser or a keyboard types into the field that is open. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** The row of something that is painted, with its quantity. */
  surface(name: string): Locator {
    return this.#page
      .getByRole("list", { name: "What gets painted" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }

  get savedMark(): Locator {
    return this.#page.getByRole("region", { name: "Measures" }).getByText("On this tablet");
  }
}
