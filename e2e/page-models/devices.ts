import { expect, type Locator, type Page } from "@playwright/test";

/** Settings, Devices: who is signed in where, and what can be done about it. */
export class DevicesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "Settings" }).click();
    await this.#page.getByRole("link", { name: "Devices" }).click();
    await expect(this.#page.getByRole("heading", { name: "Devices", level: 1 })).toBeVisible();
  }

  row(person: string): Locator {
    return this.#page.getByRole("button", { name: person });
  }

  get sheet(): Locator {
    return this.#page.getByRole("dialog");
  }

  async clear(person: string): Promise<void> {
    await this.row(person).click();
    await this.sheet.getByRole("button", { name: "Sign out and clear" }).click();
    await this.sheet.getByRole("button", { name: "Clear it" }).click();
    await expect(this.sheet.getByText("To be cleared, asked")).toBeVisible();
  }

  async closeSheet(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Close" }).click();
  }

  /** Shows a code for another tablet. @returns the address that its camera would open. */
  async showCode(): Promise<string> {
    await this.#page.getByRole("button", { name: "Add a tablet" }).click();
    await expect(this.sheet.getByText("Good for")).toBeVisible();
    const code = /[0-9A-Z]{5}( [0-9A-Z]{5,6}){4}/.exec((await this.sheet.textContent()) ?? "")?.[0];
    return `/pair#${code?.replaceAll(" ", "")}`;
  }
}
