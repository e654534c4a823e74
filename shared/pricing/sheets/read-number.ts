import { movePoint } from "../../xlsx/decimal-text.ts";
import type { ReadCell } from "../../xlsx/read/read-sheet.ts";

/** A number in a cell, also one that a person or a program wrote as text. */
export interface NumberInCell {
  /** In the form of `movePoint`: `-12.5`. */
  readonly decimal: string;
  readonly hasDollar: boolean;
  readonly hasPercent: boolean;
  /** It was a number, not a text: it shows rounded, and may be longer than it shows. */
  readonly isRounded: boolean;
}

/** No cell shows more digits, and nobody types them. */
const LONGEST = 60;
/** `-$1,200.50`, `(36.50)`, `12 %`. A decimal comma is none of it: 0,125 would be a hundred and twenty-five. */
const WRITTEN =
  /^(?<minus>[-−])?(?<dollar>\$)?\s*(?<digits>\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?<fraction>\.\d+|\.)?\s*(?<percent>%)?$/u;
const IN_BRACKETS = /^\((?<inside>[^()]+)\)$/u;

/** Nothing when it is not a number as people write them in the United States. */
export function numberIn({ kind, text }: ReadCell): NumberInCell | undefined {
  if (kind === "number") {
    return { decimal: withoutNoise(text), hasDollar: false, hasPercent: false, isRounded: true };
  }
  if (kind !== "text" || text.length > LONGEST) return undefined;
  const trimmed = text.replaceAll(/[\s  ]+/gu, " ").trim();
  const inside = IN_BRACKETS.exec(trimmed)?.groups?.["inside"];
  const { minus, dollar, digits, fraction, percent } =
    WRITTEN.exec(inside ?? trimmed)?.groups ?? {};
  if (digits === undefined && (fraction === undefined || fraction === ".")) return undefined;
  const decimals = fraction === undefined || fraction === "." ? "" : fraction;
  const size = movePoint(`${(digits ?? "0").replaceAll(",", "")}${decimals}`, 0);
  const isNegative = (minus !== undefined || inside !== undefined) && size !== "0";
  return {
    decimal: isNegative ? `-${size}` : size,
    hasDollar: dollar !== undefined,
    hasPercent: percent !== undefined,
    isRounded: false,
  };
}

/** Digits that a double keeps in any case; a sum such as 0.1 + 0.2 has noise behind them. */
const KEPT_DIGITS = 15;

/** A double's decimal without what is beyond its digits. */
function withoutNoise(decimal: string): string {
  const digits = decimal.replace(/^-?0*\.?0*/, "").replace(".", "").length;
  if (digits <= KEPT_DIGITS || !decimal.includes(".")) return decimal;
  const places = decimal.length - decimal.indexOf(".") - 1;
  return rounded(decimal, places - (digits - KEPT_DIGITS));
}

/** Half away from zero, to so many places behind the point. @param decimal in the form of `movePoint`. */
export function rounded(decimal: string, places: number): string {
  const point = decimal.indexOf(".");
  if (point < 0 || decimal.length - point - 1 <= Math.max(0, places)) return decimal;
  const kept = Math.max(0, places);
  const whole = decimal.slice(0, point + 1 + kept).replace(".", "");
  const isNegative = whole.startsWith("-");
  const up = (decimal[point + 1 + kept] ?? "0") >= "5" ? 1n : 0n;
  const size = BigInt(isNegative ? whole.slice(1) : whole) + up;
  return movePoint(`${isNegative ? "-" : ""}${size}`, -kept);
}
