import { MAX_TEXT, type KeypadMode } from "./keypad-text.ts";

const allowed: Readonly<Record<KeypadMode, RegExp>> = {
  length: /[^0-9'"./ +\-acefhimnost]/g,
  count: /[^0-9]/g,
  decimal: /[^0-9.]/g,
};

const vulgar: Readonly<Record<string, string>> = {
  "½": "1/2",
  "¼": "1/4",
  "¾": "3/4",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};

/**
 * What a hardware keyboard, a laser or the clipboard may put into a measure: curly marks become straight ones, fraction
 * signs become 1/2, a decimal comma a point, and what is no part of a measure is dropped. Letters stay for units
 * (ft, in, m, cm, feet, inches); whether the text is a length is the parser's to say.
 */
export function cleanTyped(raw: string, mode: KeypadMode): string {
  return (
    raw
      .toLowerCase()
      .replaceAll(
        /[½¼¾⅛⅜⅝⅞]/g,
        (sign, at: number) =>
          (at > 0 && /\d/.test(raw[at - 1] ?? "") ? " " : "") + (vulgar[sign] ?? ""),
      )
      .replaceAll(/[′’‘`´]/g, "'")
      .replaceAll(/[″”“]/g, '"')
      .replaceAll(/[–—−]/g, "-")
      .replaceAll(/(\d),(?=\d)/g, "$1.")
      .replaceAll(/\s/g, " ")
      .replaceAll(allowed[mode], "")
      // After the dropping, which may have brought two of them together.
      .replaceAll("''", '"')
      .replaceAll(/ +/g, " ")
      .trimStart()
      .slice(0, MAX_TEXT)
  );
}
