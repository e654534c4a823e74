import { type CDPSession, expect, type Page } from "@playwright/test";
import { countWaiting } from "../fixtures/tablet-records.ts";
import { AreaPage } from "./area.ts";

/** Length, width, height, doors, windows. */
const FIELDS = 5;
/** Milliseconds between two looks. */
const SOON = 50;

/** Measures a room's fields over and over, as fast as a laser does, and counts what the tablet has confirmed. */
export class FieldWork {
  readonly #page: Page;
  readonly area: AreaPage;
  readonly #keys: CDPSession;
  /** Edits of which the tablet has said that they are on it. */
  saved: number;
  #rounds = 0;

  private constructor(page: Page, keys: CDPSession, saved: number) {
    this.#page = page;
    this.saved = saved;
    this.area = new AreaPage(page);
    this.#keys = keys;
  }

  /** @param saved what was counted before. */
  static async on(page: Page, saved = 0): Promise<FieldWork> {
    return new FieldWork(page, await page.context().newCDPSession(page), saved);
  }

  async addRoom(name: string): Promise<void> {
    await this.area.add("room");
    await this.area.nameIt(name);
    await this.#said(2);
  }

  /** Replaces a measure; its keys are one edit. */
  async typeMeasure(field: string, measure: string): Promise<void> {
    await this.area.field(field).click();
    await this.#page.keyboard.press("Control+A");
    await this.area.type(measure);
    await expect(this.area.field(field)).toHaveValue(measure);
    await this.#said(1);
  }

  /** Around the room, one digit and Enter for each field; no value may be the one that stands there. */
  async measureAround(digit = this.#nextDigit()): Promise<void> {
    await this.area.field("Length").click();
    await this.#press(Array.from({ length: FIELDS }, () => [digit, "Enter"]).flat());
    await this.#said(FIELDS);
  }

  /** One door less, on the keypad's own key. */
  async oneDoorLess(): Promise<void> {
    await this.area.field("Doors").click();
    await this.#page.getByRole("button", { name: "One less" }).click();
    await this.#said(1);
  }

  /** Things that are not painted in most rooms: the first that the price book knows. */
  async addSurfaces(count: number): Promise<void> {
    const more = this.#page.getByRole("button", { name: /^\+ / });
    const all = await more.count();
    for (let added = 1; added <= count; added += 1) {
      await more.first().click();
      await expect(more).toHaveCount(all - added);
      this.saved += 1;
    }
  }

  /** Every surface of the room from painted to not painted, or back: Space, and on past the arrow beside it. */
  async toggleSurfaces(): Promise<void> {
    const boxes = this.#page.getByRole("list", { name: "What gets painted" }).getByRole("checkbox");
    const before = await boxes.evaluateAll(checks);
    await boxes.first().focus();
    await this.#press(before.flatMap(() => [" ", "Tab", "Tab"]));
    await expect
      .poll(() => boxes.evaluateAll(checks), { intervals: [SOON] })
      .toEqual(before.map((is) => !is));
    this.saved += before.length;
  }

  #nextDigit(): string {
    this.#rounds += 1;
    return String((this.#rounds % 8) + 1);
  }

  async copyRoom(name: string): Promise<void> {
    await this.#page.getByRole("contentinfo").getByRole("button", { name: "Copy area" }).click();
    await expect(this.#page.getByRole("heading", { name, level: 1 })).toBeVisible();
    this.saved += 1;
  }

  /** Removes the room, and brings it back with the toast that says so. */
  async removeAndBringBack(name: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Remove area" }).click();
    const toast = this.#page.locator("output").filter({ hasText: `${name} removed` });
    await expect(toast).toBeVisible();
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(this.#page.getByText(name, { exact: true })).toBeVisible();
    this.saved += 2;
    // The list still has the room when it was just removed: that it is there does not say that it is back.
    await this.outboxHolds(this.saved);
  }

  /** Five steps back and five forward again, each an edit of its own. */
  async undoAndRedo(): Promise<void> {
    for (const button of [/^Undo/, /^Redo/])
      for (let step = 0; step < FIELDS; step += 1) {
        await this.#page.getByRole("button", { name: button }).first().click();
        this.saved += 1;
        await this.outboxHolds(this.saved);
      }
  }

  /** Something else was done, and seen to be on the tablet. */
  count(edits: number): void {
    this.saved += edits;
  }

  /** Exactly as many edits wait on the tablet as it has confirmed. */
  async outboxHolds(edits: number): Promise<void> {
    await expect.poll(() => countWaiting(this.#page), { intervals: [SOON] }).toBe(edits);
  }

  async #said(edits: number): Promise<void> {
    // Not expect(): every look in vain would have it write the whole page down.
    await this.area.savedMark.waitFor();
    this.saved += edits;
  }

  /** Keys that do not wait for one another's pictures: they wait in the browser, as those of a laser do. */
  async #press(keys: readonly string[]): Promise<void> {
    await Promise.all(
      keys.flatMap((key) => {
        const text = { Enter: "\r", Tab: "" }[key] ?? key;
        const shape = { key, code: key === " " ? "Space" : key, text, ...virtualKey(key) };
        return [
          this.#keys.send("Input.dispatchKeyEvent", {
            type: text === "" ? "rawKeyDown" : "keyDown",
            ...shape,
          }),
          this.#keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...shape, text: "" }),
        ];
      }),
    );
  }
}

function virtualKey(key: string): { readonly windowsVirtualKeyCode: number } {
  const known: Readonly<Record<string, number>> = { Enter: 13, Tab: 9 };
  return { windowsVirtualKeyCode: known[key] ?? key.charCodeAt(0) };
}

const checks = (boxes: readonly (HTMLElement | SVGElement)[]): readonly boolean[] =>
  boxes.map((box) => box instanceof HTMLInputElement && box.checked);
