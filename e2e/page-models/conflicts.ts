import { expect, type Locator, type Page } from "@playwright/test";

/** What two people do not agree about, card by card. */
export class ConflictsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** By the strip under an estimate's header. */
  async open(): Promise<void> {
    await this.strip.click();
    await expect(this.#page.getByRole("heading", { name: "To settle", level: 1 })).toBeVisible();
  }

  get strip(): Locator {
    return this.#page
      .getByRole("banner")
      .locator("..")
      .getByRole("link", { name: /Settle$/ });
  }

  card(name: string): Locator {
    return this.#page.getByRole("article", { name });
  }

  /** One of the two values of a card, with who and when. */
  side(name: string, which: "Stands now" | "Set aside"): Locator {
    return this.card(name).getByRole("region", { name: which });
  }

  async keep(name: string, button: string): Promise<void> {
    await this.card(name)
      .getByRole("button", { name: new RegExp(`^${button}`) })
      .click();
  }
}
