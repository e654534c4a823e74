import { type Locator, type Page } from "@playwright/test";

/** The chip that says where the work is, on every screen. */
export const syncChip = (page: Page): Locator => page.getByRole("banner").getByRole("status");
