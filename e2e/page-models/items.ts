import { expect, type Locator, type Page } from "@playwright/test";

/** The lines beside the areas: the list of them, and the one that is open. */
export class ItemsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the list of areas. `kind` is the row of the sheet, `which` an add-on of the price book. */
  async add(kind: string, which?: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Add other work" }).click();
    const sheet = this.#page.getByRole("dialog");
    await sheet.getByRole("button", { name: kind }).click();
    if (which !== undefined) await sheet.getByRole("button", { name: which, exact: true }).click();
    await expect(this.field("What it is")).toBeVisible();
  }

  field(label: string): Locator {
    return this.#page.getByRole("textbox", { name: label, exact: true });
  }

  /** On the keypad, one key for each character. */
  async tap(label: string, keys: string): Promise<void> {
    await this.field(label).click();
    for (const key of keys)
      await this.#page
        .getByRole("button", { name: key === "." ? "point" : key, exact: true })
        .click();
  }

  async covers(area: string): Promise<void> {
    await this.#page
      .getByRole("combobox", { name: "Covers the work in" })
      .selectOption({ label: area });
  }

  async makeOptional(): Promise<void> {
    await this.#page.getByRole("switch", { name: "Optional" }).click();
    await expect(this.#page.getByRole("checkbox", { name: "The customer takes it" })).toBeVisible();
  }

  /** Puts the keypad away, and goes back to the list once everything is on the tablet. */
  async done(): Promise<void> {
    await expect(this.#page.getByText("On this tablet", { exact: true }).first()).toBeVisible();
    await this.#page.getByRole("link", { name: "Back" }).click();
    await expect(this.row("")).not.toHaveCount(0);
  }

  row(name: string): Locator {
    return this.#page
      .getByRole("list", { name: "Other work" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }
}
