import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keypadLayout } from "./keypad-layout.ts";
import { isDigit, type KeypadMode } from "./keypad-text.ts";

const css = readFileSync(join(import.meta.dirname, "keypad.module.css"), "utf8");

/** The rows of area names of a mode, from the style sheet; length is the plain `.keys` grid. */
function grid(mode: KeypadMode): readonly (readonly string[])[] {
  const from = mode === "length" ? ".keys {" : `[data-mode="${mode}"] .keys`;
  const template = /grid-template-areas:([^;]*);/.exec(css.slice(css.indexOf(from)))?.[1] ?? "";
  return [...template.matchAll(/"([^"]*)"/g)].map(([, row = ""]) => row.trim().split(/\s+/));
}

describe.each<KeypadMode>(["length", "count", "decimal"])("%s", (mode) => {
  const rows = grid(mode);

  test("every key has a place and every place a key", () => {
    const areas = new Set(rows.flat());
    expect(new Set(keypadLayout[mode].map((slot) => slot.area))).toEqual(areas);
    expect(rows.every((row) => row.length === 4)).toBe(true);
  });

  test("one to nine, erase and the corner of Next stay where the thumb knows them", () => {
    const home = grid("length");
    for (const { key, area } of keypadLayout[mode]) {
      if (!(isDigit(key) && key !== "0") && key !== "erase") continue;
      const row = home.findIndex((areas) => areas.includes(area));
      expect(rows[row]?.indexOf(area)).toBe(home[row]?.indexOf(area));
    }
    expect(rows.at(-1)?.at(-1)).toBe("next");
    expect(rows.at(-1)?.[1]).toBe("d0");
  });
});
