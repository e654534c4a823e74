import { expect, type Locator, type Page } from "@playwright/test";

/** Good, better and best side by side. */
export class PricePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "See the price" }).click();
    await expect(this.option("Good")).toBeVisible();
  }

  option(name: string): Locator {
    return this.#page.getByRole("article", { name });
  }

  /** The option's total in cents, as the screen shows it. */
  async total(option: string): Promise<number> {
    const text = await this.option(option)
      .getByRole("button", { name: new RegExp(`^${option} \\$`) })
      .innerText();
    return centsIn(text);
  }

  /** Opens a figure and gives the sheet that says how it came about. */
  async why(option: string, figure: string | RegExp): Promise<Locator> {
    await this.option(option).getByRole("button", { name: figure }).click();
    const sheet = this.#page.getByRole("dialog");
    await expect(sheet).toBeVisible();
    return sheet;
  }

  async accept(option: string): Promise<void> {
    const choose = this.option(option).getByRole("button", { name: `Choose ${option}` });
    if (await choose.isVisible()) await choose.click();
    await this.#page.getByRole("button", { name: "Mark as accepted" }).click();
    await this.#page.getByRole("button", { name: `Yes, accept ${option}` }).click();
    await expect(this.#page.getByText(`Accepted: ${option}`)).toBeVisible();
  }
}

/** `$2,784.49` in cents. */
export function centsIn(text: string): number {
  const digits = /\$([\d,]+)\.(\d\d)/.exec(text.replaceAll(/\s/g, ""));
  if (!digits) throw new Error(`no price in ${text}`);
  return Number(`${digits[1]?.replaceAll(",", "")}${digits[2]}`);
}
