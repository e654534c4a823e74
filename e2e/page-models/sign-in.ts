import { expect, type Page } from "@playwright/test";

/** Through our door and Salesforce's page, to the list of estimates. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in with Salesforce" }).click();
  await page.getByRole("button", { name: `Sign in as ${person}` }).click();
  await expect(page.getByRole("link", { name: "New estimate" })).toBeVisible();
}
