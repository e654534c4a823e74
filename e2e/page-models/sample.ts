import { expect, type Locator, type Page } from "@playwright/test";

/** The sample house: from the invitation, and from outside. */
export class SamplePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get invitation(): Locator {
    return this.#page.getByRole("link", { name: "Try it with a sample house" });
  }

  get standing(): Locator {
    return this.#page.getByRole("banner").getByRole("status");
  }

  /** Whether the screen says whose ground it stands on. */
  async expectMarked(): Promise<void> {
    await expect(this.standing).toHaveText("Sample – stays on this tablet");
  }

  async open(): Promise<void> {
    await this.#page.goto(new URL("/settings", this.#page.url()).href);
    await this.#page.getByRole("link", { name: /^Sample house/ }).click();
    await expect(this.#page.getByRole("heading", { name: "Sample house", level: 1 })).toBeVisible();
  }

  get row(): Locator {
    return this.#page.getByRole("link", { name: /^Open the sample/ });
  }

  async understood(): Promise<void> {
    await this.#page.getByRole("button", { name: "Got it" }).click();
  }
}
