import { expect, type Locator, type Page } from "@playwright/test";

/** Settings: signing out, and the rescue file in both directions. */
export class SettingsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole("link", { name: "Settings" }).click();
    await expect(this.#page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  }

  get sheet(): Locator {
    return this.#page.getByRole("dialog");
  }

  /** Writes the rescue file; resolves with where the browser has put it. */
  async saveRescueFile(passphrase: string): Promise<string> {
    await this.#page.getByRole("button", { name: "Save a rescue file" }).click();
    await this.sheet.getByLabel("Passphrase").fill(passphrase);
    const downloading = this.#page.waitForEvent("download");
    await this.sheet.getByRole("button", { name: "Lock and save the file" }).click();
    const path = await (await downloading).path();
    await expect(this.sheet.getByText("The file is written and checked")).toBeVisible();
    return path;
  }

  async signOutWithTheFile(): Promise<void> {
    const signOut = this.sheet.getByRole("button", { name: "Sign out" });
    await expect(signOut).toBeDisabled();
    await this.sheet.getByRole("checkbox", { name: "I have the file" }).check();
    await signOut.click();
  }

  async chooseRescueFile(path: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Bring back a rescue file" }).click();
    const choosing = this.#page.waitForEvent("filechooser");
    await this.sheet.getByRole("button", { name: "Choose the file" }).click();
    await (await choosing).setFiles(path);
  }

  async bringBack(passphrase: string): Promise<void> {
    await this.sheet.getByLabel("Passphrase").fill(passphrase);
    await this.sheet.getByRole("button", { name: "Bring the work back" }).click();
  }

  async closeSheet(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Close" }).click();
  }
}
