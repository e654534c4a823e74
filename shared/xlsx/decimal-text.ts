const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const STORED = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
/** The largest double has 309 digits, the smallest 1,074 behind the point; no writer prints as many. */
const LONGEST = 1_100;
/** Spreadsheets keep the first 15 significant digits of what is keyed in and turn the others into zeros. */
const KEPT_DIGITS = 15;

/**
 * Moves the decimal point of a decimal text to the right (to the left when `places` is negative), exactly: cents to
 * dollars is `movePoint("1250", -2)`, "12.5". The result has no needless zeros, and no minus sign before zero.
 *
 * @throws RangeError when the text is not `-?\d+(\.\d+)?`: a bug.
 */
export function movePoint(decimal: string, places: number): string {
  if (decimal.length > LONGEST || !DECIMAL.test(decimal)) {
    throw new RangeError(`not a decimal: ${decimal.slice(0, 40)}`);
  }
  const negative = decimal.startsWith("-");
  const [whole = "", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const lead = "0".repeat(Math.max(0, -(whole.length + places)));
  const point = Math.max(0, whole.length + places);
  const digits = `${lead}${whole}${fraction}`.padEnd(point, "0");
  let start = 0;
  while (start < point && digits[start] === "0") start += 1;
  let end = digits.length;
  while (end > point && digits[end - 1] === "0") end -= 1;
  const left = digits.slice(start, point);
  const right = end > point ? `.${digits.slice(point, end)}` : "";
  const size = `${left === "" ? "0" : left}${right}`;
  return negative && size !== "0" ? `-${size}` : size;
}

/**
 * The shortest decimal that is the same double as a number stored in a workbook: `0.10000000000000001` is "0.1",
 * `1.5E-7` is "0.00000015". Nothing when the text is not a finite number.
 */
export function shortestDecimal(stored: string): string | undefined {
  if (stored.length > LONGEST || !STORED.test(stored)) return undefined;
  const value = Number(stored);
  if (!Number.isFinite(value)) return undefined;
  const printed = String(value);
  const at = printed.indexOf("e");
  return at < 0 ? printed : movePoint(printed.slice(0, at), Number(printed.slice(at + 1)));
}

/** Whether a spreadsheet holds this decimal, in the form `movePoint` gives, without losing a digit. */
export function fitsSpreadsheet(decimal: string): boolean {
  let [first, last, seen] = [-1, -1, 0];
  for (const digit of decimal) {
    if (digit === "-" || digit === ".") continue;
    if (digit !== "0") {
      if (first < 0) first = seen;
      last = seen;
    }
    seen += 1;
  }
  return last - first < KEPT_DIGITS && shortestDecimal(decimal) === decimal;
}
