import { expect, type Locator, type Page } from "@playwright/test";

/** Who is it for. */
export class NewEstimatePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "New estimate" }).click();
    await expect(this.#page.getByRole("heading", { name: "Who is it for?" })).toBeVisible();
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole("searchbox").fill(text);
  }

  get matches(): Locator {
    return this.#page.getByRole("list", { name: "Who is it for?" }).getByRole("button");
  }

  /** Takes a customer; where the office has open jobs for them, a new job. */
  async choose(name: string): Promise<void> {
    await this.matches.filter({ hasText: name }).first().click();
    const newJob = this.#page.getByRole("button", { name: "A new job" });
    const nothingYet = this.#page.getByRole("heading", { name: "Nothing measured yet" });
    await expect(newJob.or(nothingYet)).toBeVisible();
    if (await newJob.isVisible()) await newJob.click();
    await expect(nothingYet).toBeVisible();
  }

  async createCustomer(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.#page.getByRole("button", { name: "New customer" }).click();
    for (const [label, text] of Object.entries(fields))
      await this.#page.getByLabel(label, { exact: true }).fill(text);
    await this.#page.getByRole("button", { name: "Add and start" }).click();
    await expect(this.#page.getByRole("heading", { name: "Nothing measured yet" })).toBeVisible();
  }
}
