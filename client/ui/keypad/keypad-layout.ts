import type { KeypadKey, KeypadMode } from "./keypad-text.ts";

/** A key, or Next. Area names are those of the grid in keypad.module.css. */
export type KeypadSlot = { readonly key: KeypadKey | "next"; readonly area: string };

const digits: readonly KeypadSlot[] = (
  ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0"] as const
).map((digit) => ({
  key: digit,
  area: `d${digit}`,
}));

const fractions: readonly KeypadSlot[] = [
  { key: "half", area: "a" },
  { key: "quarter", area: "b" },
];

/**
 * The keys of each mode in reading order. Digits, erase and Next stay where they are in every mode, so that a walk from
 * length to doors is a walk without looking.
 */
export const keypadLayout: Readonly<Record<KeypadMode, readonly KeypadSlot[]>> = {
  length: [
    ...fractions,
    { key: "eighth", area: "c" },
    { key: "erase", area: "erase" },
    ...digits,
    { key: "point", area: "point" },
    { key: "feet", area: "feet" },
    { key: "inches", area: "inches" },
    { key: "plus", area: "plus" },
    { key: "next", area: "next" },
  ],
  count: [
    { key: "less", area: "a" },
    { key: "more", area: "b" },
    { key: "clear", area: "c" },
    { key: "erase", area: "erase" },
    ...digits,
    { key: "next", area: "next" },
  ],
  decimal: [
    ...fractions,
    { key: "clear", area: "c" },
    { key: "erase", area: "erase" },
    ...digits,
    { key: "point", area: "point" },
    { key: "next", area: "next" },
  ],
};
