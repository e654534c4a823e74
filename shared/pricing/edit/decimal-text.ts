/** Decimals of a number in a price book: as many as its schema takes. */
const PLACES = 6;

/** A decimal text without signs, as a whole number of its last digit. */
function scaled(text: string): { readonly units: bigint; readonly places: number } {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(`${whole || "0"}${fraction}`), places: fraction.length };
}

const power = (places: number): bigint => 10n ** BigInt(places);

/** @param units of the sixth decimal. @param places how many of them to keep; half away from zero. */
function printed(units: bigint, places: number): string {
  const cut = power(PLACES - places);
  const kept = (units + cut / 2n) / cut;
  const digits = String(kept).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/**
 * `times ÷ text`, at most six decimals, half away from zero; null when there is nothing to divide by, or nothing is
 * left of it. So a rate in square feet an hour and one in hours for a hundred square feet are one number.
 */
export function inverseText(text: string, times = 1, places = PLACES): string | null {
  if (!isDecimal(text)) return null;
  const { units, places: own } = scaled(text);
  if (units === 0n) return null;
  const numerator = BigInt(times) * power(own + PLACES) * 2n;
  const inverse = printed((numerator / units + 1n) / 2n, places);
  return /[1-9]/.test(inverse) ? inverse : null;
}

/** `text × times ÷ by`, at most six decimals, half away from zero; null for what is no number. */
export function scaledText(text: string, times: number, by = 1, places = PLACES): string | null {
  if (!isDecimal(text)) return null;
  const { units, places: own } = scaled(text);
  const numerator = units * BigInt(times) * power(PLACES) * 2n;
  return printed((numerator / (BigInt(by) * power(own)) + 1n) / 2n, places);
}

/** What a book's number looks like: `0.75`. */
export const isDecimal = (text: string): boolean => /^\d{1,9}(\.\d{1,6})?$/.test(text);

/** Tidies what was typed: `.5`, `2.` and `007` are numbers to a person. Null when it is none, or too long a one. */
export function tidyDecimal(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^\.(?=\d)/, "0.")
    .replace(/(?<=\d)\.$/, "")
    .replace(/^0+(?=\d)/, "");
  return isDecimal(text) ? text : null;
}

/** Dollars as typed in whole cents; null when they are none: `22.165`. At most a million dollars. */
export function centsOf(typed: string): number | null {
  const text = tidyDecimal(typed);
  if (text === null || !/^\d{1,7}(\.\d{1,2})?$/.test(text)) return null;
  const { units, places } = scaled(text);
  return Number(units * power(2 - places));
}

/** Cents as a person types dollars: `350`, `22.16`. */
export function dollarsText(cents: number): string {
  const whole = Math.trunc(cents / 100);
  return cents % 100 === 0 ? String(whole) : `${whole}.${String(cents % 100).padStart(2, "0")}`;
}

/** The mark-up that a margin is: 35 % of the price are 53.8 % on top of the cost. */
export function markupOfMargin(margin: string, places = 1): string | null {
  if (!isDecimal(margin)) return null;
  const { units, places: own } = scaled(margin);
  const rest = 100n * power(own) - units;
  if (rest <= 0n) return null;
  return printed(((100n * units * power(PLACES) * 2n) / rest + 1n) / 2n, places);
}

/** The margin that a mark-up is: 20 % on top of the cost are 16.7 % of the price. */
export function marginOfMarkup(markup: string, places = 1): string | null {
  if (!isDecimal(markup)) return null;
  const { units, places: own } = scaled(markup);
  const whole = 100n * power(own) + units;
  return printed(((100n * units * power(PLACES) * 2n) / whole + 1n) / 2n, places);
}
