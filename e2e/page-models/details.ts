import { expect, type Locator, type Page } from "@playwright/test";

/** What is known about the job and its customer, beside the measures. */
export class DetailsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the list of areas. */
  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "Job and customer" }).click();
    await expect(
      this.#page.getByRole("heading", { name: "Job and customer", level: 1 }),
    ).toBeFocused();
    await expect(this.#page).toHaveTitle("Job and customer · Paintbox");
  }

  section(title: string): Locator {
    return this.#page.getByRole("region", { name: title });
  }

  field(label: string): Locator {
    return this.#page.getByRole("textbox", { name: label, exact: true });
  }

  /** Types as a person does, and waits until every key is on the tablet. */
  async type(label: string, text: string): Promise<void> {
    await this.field(label).click();
    await this.#page.keyboard.type(text);
    await expect(this.section("Notes").getByText("On this tablet")).toBeVisible();
  }

  async remove(): Promise<void> {
    await this.#page.getByRole("button", { name: "Remove estimate" }).click();
    await expect(this.#page.getByRole("link", { name: "New estimate" })).toBeVisible();
  }
}
