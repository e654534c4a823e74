import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TEXT, pressKey, type KeypadKey, type KeypadMode } from "./keypad-text.ts";

const keys: readonly KeypadKey[] = [
  ...(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const),
  ...([
    "point",
    "feet",
    "inches",
    "half",
    "quarter",
    "eighth",
    "plus",
    "less",
    "more",
    "erase",
  ] as const),
];
const modes: readonly KeypadMode[] = ["length", "count", "decimal"];

function press(mode: KeypadMode, ...pressed: KeypadKey[]): string {
  return pressed.reduce((text, key) => pressKey(text, key, mode), "");
}

describe("length", () => {
  test.each<[KeypadKey[], string]>([
    [["1", "2", "feet", "6", "inches"], `12' 6"`],
    [["1", "2", "point", "5"], "12.5"],
    [["1", "5", "0", "inches"], `150"`],
    [["6", "half"], "6 1/2"],
    [["6", "inches", "half"], `6 1/2"`],
    [["1", "2", "feet", "6", "quarter", "eighth", "inches"], `12' 6 3/8"`],
    [["half", "quarter", "eighth"], "7/8"],
    [["1", "2", "feet", "6", "inches", "plus", "4", "feet"], `12' 6" + 4'`],
    [["point", "5"], "0.5"],
    [["1", "2", "inches", "feet"], "12'"],
  ])("%j is %s", (pressed, text) => {
    expect(press("length", ...pressed)).toBe(text);
  });

  test("what does not fit is left alone", () => {
    expect(press("length", "feet")).toBe("");
    expect(press("length", "plus")).toBe("");
    expect(press("length", "1", "plus", "plus")).toBe("1 + ");
    expect(press("length", "1", "point", "point", "5", "point")).toBe("1.5");
    expect(press("length", "half", "half")).toBe("1/2");
    expect(press("length", "1", "point", "5", "half")).toBe("1.5");
    expect(press("length", "1", "feet", "6", "inches", "feet")).toBe(`1' 6"`);
  });

  test("eighths come to the same in any order", () => {
    const fraction = fc.constantFrom<KeypadKey>("half", "quarter", "eighth");
    fc.assert(
      fc.property(fc.uniqueArray(fraction), (pressed) => {
        expect(press("length", "6", ...pressed)).toBe(
          press("length", "6", ...pressed.toReversed()),
        );
      }),
    );
  });
});

test("a count is a whole number from 0 to 999", () => {
  expect(press("count", "0", "7")).toBe("7");
  expect(press("count", "1", "2", "3", "4")).toBe("123");
  expect(press("count", "less")).toBe("0");
  expect(press("count", "9", "9", "9", "more")).toBe("999");
  expect(press("count", "2", "more", "more")).toBe("4");
});

test("fractions add to a decimal", () => {
  expect(press("decimal", "2", "half")).toBe("2.5");
  expect(press("decimal", "2", "half", "quarter", "eighth")).toBe("2.875");
  expect(press("decimal", "2", "half", "half")).toBe("2.5");
  expect(press("decimal", "1", "point", "1", "2", "3", "4")).toBe("1.123");
});

test("a selected text is replaced by a digit and kept by a unit", () => {
  expect(pressKey("12", "7", "length", true)).toBe("7");
  expect(pressKey("12", "feet", "length", true)).toBe("12'");
  expect(pressKey("12", "erase", "length", true)).toBe("");
  expect(pressKey("4", "more", "count", true)).toBe("5");
});

test("no run of keys overflows, leaves a hanging space, or cannot be taken back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...modes),
      fc.array(fc.constantFrom(...keys), { maxLength: 80 }),
      (mode, pressed) => {
        let text = press(mode, ...pressed);
        expect(text.length).toBeLessThanOrEqual(MAX_TEXT);
        expect(text).not.toMatch(/ {2}|[^+] $/);
        for (let left = text.length; left > 0 && text !== ""; left -= 1) {
          const shorter = pressKey(text, "erase", mode);
          expect(shorter.length).toBeLessThan(text.length);
          text = shorter;
        }
        expect(text).toBe("");
      },
    ),
  );
});
