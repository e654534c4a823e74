import { type Exact, exact, multiply, rounded } from "../../exact/exact.ts";
import { printExact } from "../../exact/print-exact.ts";
import { printFraction } from "../../exact/print-fraction.ts";
import type { ExactJson } from "./priced-estimate-schema.ts";

const PLACES = 6;
const SCALE = 10 ** PLACES;
const EXACT_SCALE = exact(SCALE);

/** As `printExact` does it with six places, in half the time: a result has thousands of these. */
export function decimalText(value: Exact): string {
  const whole = rounded(multiply(value, EXACT_SCALE));
  if (typeof whole !== "number") return printExact(value, PLACES).text;
  const size = Math.abs(whole);
  const units = Math.floor(size / SCALE);
  const sign = whole < 0 ? "-" : "";
  const rest = size - units * SCALE;
  if (rest === 0) return `${sign}${units}`;
  let end = PLACES;
  const digits = String(rest).padStart(PLACES, "0");
  while (digits[end - 1] === "0") end -= 1;
  return `${sign}${units}.${digits.slice(0, end)}`;
}

export const exactJson = (value: Exact): ExactJson => ({
  fraction: printFraction(value),
  decimal: decimalText(value),
});
