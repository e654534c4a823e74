import { compare, type Exact, exact, multiply, rounded } from "./exact.ts";

/** A value as a decimal text with at most `places` digits behind the point, without trailing zeros. */
export interface PrintedExact {
  readonly text: string;
  /** False when digits were cut: the screen may write "about". */
  readonly complete: boolean;
}

/** @param places digits behind the decimal point, 0 to 12. Rounds half away from zero. */
export function printExact(value: Exact, places = 2): PrintedExact {
  const scaled = multiply(value, exact(10 ** places));
  const whole = rounded(scaled);
  const digits = String(whole < 0 ? -whole : whole).padStart(places + 1, "0");
  const units = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return {
    text: `${whole < 0 ? "-" : ""}${units}${fraction === "" ? "" : `.${fraction}`}`,
    complete: compare(exact(whole), scaled) === 0,
  };
}

/** For charts and number formatting only: a float, never to be computed with. */
export const toNumber = (value: Exact): number => Number(printExact(value, 6).text);
