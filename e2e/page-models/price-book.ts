import { expect, type Locator, type Page } from "@playwright/test";
import { centsIn } from "./price.ts";

/** The price book, from the settings on. */
export class PriceBookPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Through the settings, as a person finds it. */
  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "Settings" }).click();
    await this.#page.getByRole("link", { name: /^Price book/ }).click();
    await expect(this.heading("Price book")).toBeVisible();
  }

  heading(name: string): Locator {
    return this.#page.getByRole("heading", { name, level: 1 });
  }

  version(number: number): Locator {
    return this.#page.getByText(`Version ${number}`, { exact: true });
  }

  /** Walks into a section and one of its entries. */
  async openEntry(section: string, entry: string): Promise<void> {
    await this.#page.getByRole("link", { name: new RegExp(`^${section}`) }).click();
    await this.#page
      .getByRole("link", { name: new RegExp(`^${entry}\\b`) })
      .first()
      .click();
    await expect(this.heading(entry)).toBeVisible();
  }

  async back(): Promise<void> {
    await this.#page.getByRole("link", { name: "Back" }).click();
  }

  /** A part of an entry by its heading: "2 coats". */
  part(name: string): Locator {
    return this.#page.getByRole("region", { name, exact: true });
  }

  field(part: string, label: string): Locator {
    return this.part(part).getByRole("textbox", { name: label, exact: true });
  }

  /** Types over a number, key by key on the keypad. */
  async typeOver(part: string, label: string, keys: string): Promise<void> {
    await this.field(part, label).click();
    for (const key of keys)
      await this.#page
        .getByRole("button", { name: key === "." ? "point" : key, exact: true })
        .click();
    await this.#page.getByRole("button", { name: "Put the keypad away" }).click();
  }

  async review(): Promise<void> {
    await this.#page.getByRole("link", { name: "Review and publish" }).click();
    await expect(this.heading("Review and publish")).toBeVisible();
  }

  /** What the review says of an estimate: its total as it is and as it would be, in cents. */
  async compared(customer: string): Promise<{ readonly before: number; readonly after: number }> {
    const row = this.#page
      .getByRole("list", { name: "What it does to estimates" })
      .getByRole("listitem")
      .filter({ hasText: customer });
    const text = await row.innerText();
    // Both totals stand without a sign, differences have one.
    const totals = [...text.matchAll(/(?<![+−])\$[\d,]+\.\d\d/g)].map(([total]) => centsIn(total));
    return { before: totals[0] ?? 0, after: totals.at(-1) ?? 0 };
  }

  async publish(version: number, note: string): Promise<void> {
    if (note !== "") await this.#page.getByLabel("What should everybody know?").fill(note);
    await this.#page.getByRole("button", { name: `Publish version ${version}` }).click();
    await expect(
      this.#page.getByRole("heading", { name: `Version ${version} is published` }),
    ).toBeVisible();
    await this.#page.getByRole("link", { name: "To the price book" }).click();
    await expect(this.version(version)).toBeVisible();
  }
}
