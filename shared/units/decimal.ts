import { type Exact, exact } from "../exact/exact.ts";

/** What a person types as a plain quantity: `324`, `18.5`, `18,5`, `5,080`, `2½`, `.5`. */
export type ParsedQuantity =
  | { readonly ok: true; readonly value: Exact }
  | { readonly ok: false; readonly error: { readonly code: "empty" | "not_a_number" } };

const GLYPHS: Readonly<Record<string, string>> = {
  "⅛": ".125",
  "¼": ".25",
  "⅜": ".375",
  "½": ".5",
  "⅝": ".625",
  "¾": ".75",
  "⅞": ".875",
};

/**
 * Reads a decimal text exactly. The text must match `\d*(\.\d*)?` with at least one digit.
 *
 * @throws SyntaxError on anything else: callers check the shape first.
 */
export function decimalToExact(text: string): Exact {
  const [whole = "", fraction = ""] = text.split(".");
  const digits = `${whole}${fraction}`;
  // Fifteen digits are safe in a number.
  if (digits.length <= 15) return exact(Number(digits), 10 ** fraction.length);
  return exact(BigInt(digits), 10n ** BigInt(fraction.length));
}

/**
 * Reads a quantity as typed. A comma before exactly three digits groups thousands (`5,080`), except after
 * a lone zero; any other comma is the decimal comma of Spanish (`18,5`). Never negative; never throws.
 */
export function parseQuantity(typed: string): ParsedQuantity {
  const text = typed.replace(/[⅛¼⅜½⅝¾⅞]/g, (glyph) => GLYPHS[glyph] ?? glyph).replace(/\s+/g, "");
  if (text === "") return { ok: false, error: { code: "empty" } };
  const plain = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(text)
    ? text.replaceAll(",", "")
    : text.replace(",", ".");
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain) || plain.length > 40) {
    return { ok: false, error: { code: "not_a_number" } };
  }
  return { ok: true, value: decimalToExact(plain) };
}
