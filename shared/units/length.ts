import { add, compare, type Exact, exact, multiply, rounded, ZERO } from "../exact/exact.ts";
import { decimalToExact } from "./decimal.ts";

/** Lengths are whole ticks of 1/16 inch, as fine as a tape measure reads: no fraction of a foot is rounded. */
export const TICKS_PER_INCH = 16;
export const TICKS_PER_FOOT = 192;

/** No building is longer; what is typed beyond it is a slip. */
export const MAX_FEET = 1000;

/** Longer than any sum of walls that a person types; bounds the work on hostile input. */
const MAX_TEXT = 120;

export type LengthErrorCode =
  | "empty"
  | "not_a_length"
  /** Twelve inches or more beside feet, as in `12 60`: a slip, not a tape reading. */
  | "too_many_inches"
  | "too_long";
export type ParsedLength =
  | { readonly ok: true; readonly ticks: number }
  | { readonly ok: false; readonly error: { readonly code: LengthErrorCode } };

const failed = (code: LengthErrorCode): ParsedLength => ({ ok: false, error: { code } });

const FRACTION_GLYPHS: Readonly<Record<string, string>> = {
  "⅛": " 1/8",
  "¼": " 1/4",
  "⅜": " 3/8",
  "½": " 1/2",
  "⅝": " 5/8",
  "¾": " 3/4",
  "⅞": " 7/8",
};

/** One spelling for every mark: `'` feet, `"` inches, `-`, `.`, single spaces. */
const withPlainMarks = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[⅛¼⅜½⅝¾⅞]/g, (glyph) => FRACTION_GLYPHS[glyph] ?? glyph)
    .replace(/[‘’‛′´`]/g, "'")
    .replace(/''|[“”‟″]/g, '"')
    .replaceAll("⁄", "/")
    .replace(/[‐‑‒–—−]/g, "-")
    .replaceAll(",", ".")
    .replace(/(feet|foot|ft|pies|pie)(?![a-z])\.?/g, "'")
    .replace(/(inches|inch|in|pulgadas|pulgada|pulg)(?![a-z])\.?/g, '"')
    .replace(/\s+/g, " ")
    .trim();

const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)`;
const FRACTION = String.raw`\d+/\d+`;
const MIXED = `(?:${NUMBER}(?:[ -]${FRACTION})?|${FRACTION})`;
const METRIC = new RegExp(`^(${NUMBER}) ?(mm|cm|m)$`);
const FEET_AND_INCHES = new RegExp(`^(${MIXED}) ?' ?-? ?(?:(${MIXED}) ?"?)?$`);
const INCHES = new RegExp(`^(${MIXED}) ?"$`);
/** `12 6`, `12-6 1/2`: no marks, two numbers. */
const UNMARKED = new RegExp(String.raw`^(\d+)(?: ?- ?| )(${NUMBER}(?:[ -]${FRACTION})?) ?"?$`);
const FEET = new RegExp(`^(${MIXED}) ?-?$`);

const PER_METRIC: Readonly<Record<string, Exact>> = {
  // A foot is 304.8 mm by definition, so a millimetre is 80/127 of a tick.
  mm: exact(80, 127),
  cm: exact(800, 127),
  m: exact(80_000, 127),
};

/** `6`, `6.5`, `1/2`, `6 1/2`, `6-1/2`; null for a zero denominator. */
function mixedNumber(text: string): Exact | null {
  let value = ZERO;
  for (const part of text.split(/[ -]/)) {
    const [top = "", bottom] = part.split("/");
    if (bottom === undefined) value = add(value, decimalToExact(top));
    else if (BigInt(bottom) === 0n) return null;
    else value = add(value, exact(BigInt(top), BigInt(bottom)));
  }
  return value;
}

const ticksOf = (text: string | undefined, ticksPerUnit: number): Exact | null => {
  if (text === undefined) return ZERO;
  const value = mixedNumber(text);
  return value === null ? null : multiply(value, exact(ticksPerUnit));
};

function feetAndInches(feet: string | undefined, inches: string | undefined) {
  const fromFeet = ticksOf(feet, TICKS_PER_FOOT);
  const fromInches = ticksOf(inches, TICKS_PER_INCH);
  if (fromFeet === null || fromInches === null) return "not_a_length";
  if (compare(fromInches, exact(TICKS_PER_FOOT)) >= 0) return "too_many_inches";
  return add(fromFeet, fromInches);
}

/** One wall of a running sum, in ticks not yet whole. */
function termTicks(term: string): Exact | LengthErrorCode {
  const metric = METRIC.exec(term);
  const perUnit = PER_METRIC[metric?.[2] ?? ""];
  if (metric?.[1] !== undefined && perUnit !== undefined) {
    return multiply(decimalToExact(metric[1]), perUnit);
  }
  const inches = INCHES.exec(term);
  if (inches !== null) return ticksOf(inches[1], TICKS_PER_INCH) ?? "not_a_length";
  const pair = FEET_AND_INCHES.exec(term) ?? UNMARKED.exec(term);
  if (pair !== null) return feetAndInches(pair[1], pair[2]);
  return ticksOf(FEET.exec(term)?.[1] ?? "1/0", TICKS_PER_FOOT) ?? "not_a_length";
}

/** Most of what is typed: `8`, `12'6"`, `12'6`, `12 6`. */
const PLAIN = /^(\d{1,3})(?:['\u0020](\d|1[01])"?)?$/;

/** The same, the short way. */
function plainTicks(typed: string): number | null {
  const plain = PLAIN.exec(typed);
  if (plain === null) return null;
  return Number(plain[1]) * TICKS_PER_FOOT + Number(plain[2] ?? "0") * TICKS_PER_INCH;
}

/**
 * Reads a length as a painter types it: `12'6"`, `12 6`, `12-6 1/2`, `12.5`, `150in`, `12ft 6in`, `3.8m`,
 * `380cm`, `½` glyphs, typographic marks, decimal commas, and running sums of odd walls (`12'6+4+3'2`).
 *
 * A number without a mark is feet; a second number behind it is inches (`12 1/2` has no second number: 12½
 * feet). What is finer than 1/16 inch is rounded to it, half up, once for the whole sum. A half-typed end
 * (`12'`, `12-`, `12'6+`) is read as far as it goes. Never throws.
 */
export function parseLength(typed: string): ParsedLength {
  const plain = plainTicks(typed);
  if (plain !== null) return { ok: true, ticks: plain };
  if (typed.length > MAX_TEXT) return failed("not_a_length");
  const text = withPlainMarks(typed).replace(/ ?\+$/, "");
  if (text === "") return failed("empty");
  let total: Exact = ZERO;
  for (const term of text.split("+")) {
    const ticks = termTicks(term.trim());
    if (typeof ticks === "string") return failed(ticks);
    total = add(total, ticks);
  }
  const ticks = rounded(total);
  if (ticks > MAX_FEET * TICKS_PER_FOOT) return failed("too_long");
  return { ok: true, ticks: Number(ticks) };
}

/** A length in the parts a screen prints, in its own words: `12 ft 6 1/2 in`. */
export interface LengthParts {
  readonly feet: number;
  readonly inches: number;
  /** In lowest terms; null when there is none. */
  readonly fraction: { readonly top: number; readonly bottom: number } | null;
  /** In feet with at most two decimals: `12.5`. */
  readonly decimalFeet: string;
  /** False when `decimalFeet` was rounded. */
  readonly decimalIsExact: boolean;
}

/** Sixteenths in lowest terms. */
function inchFraction(sixteenths: number): LengthParts["fraction"] {
  if (sixteenths === 0) return null;
  let [top, bottom] = [sixteenths, TICKS_PER_INCH];
  while (top % 2 === 0) [top, bottom] = [top / 2, bottom / 2];
  return { top, bottom };
}

/** @param ticks whole and not negative. */
export function echoLength(ticks: number): LengthParts {
  const feet = Math.floor(ticks / TICKS_PER_FOOT);
  const inches = Math.floor((ticks % TICKS_PER_FOOT) / TICKS_PER_INCH);
  // Hundredths of a foot, half up: exact, since ticks × 100 is a small whole number.
  const hundredths = Math.round((ticks * 100) / TICKS_PER_FOOT);
  return {
    feet,
    inches,
    fraction: inchFraction(ticks % TICKS_PER_INCH),
    decimalFeet: String(hundredths / 100),
    decimalIsExact: hundredths * TICKS_PER_FOOT === ticks * 100,
  };
}

/**
 * A length in feet and inches, as tapes and plans write it: `12'6"`, `12'6 1/2"`, `12'`, `0'`.
 * `parseLength` reads it back to the same ticks.
 *
 * @param ticks whole and not negative.
 */
export function printLength(ticks: number): string {
  const { feet, inches, fraction } = echoLength(ticks);
  if (inches === 0 && fraction === null) return `${feet}'`;
  const part = fraction === null ? "" : `${fraction.top}/${fraction.bottom}`;
  const shownInches = inches === 0 ? part : part === "" ? String(inches) : `${inches} ${part}`;
  return `${feet === 0 ? "" : `${feet}'`}${shownInches}"`;
}

/** What is worth a second look though it can be priced. */
export type LengthDoubt =
  /** Over 100 ft: perhaps the foot mark is missing (`126` for `12'6`). */
  | "missing_mark"
  /** A height over 20 ft. */
  | "very_high";

export const DOUBTFUL_FEET = 100;
export const DOUBTFUL_HEIGHT_FEET = 20;

export function lengthDoubt(ticks: number, measure: "span" | "height"): LengthDoubt | null {
  if (ticks > DOUBTFUL_FEET * TICKS_PER_FOOT) return "missing_mark";
  if (measure === "height" && ticks > DOUBTFUL_HEIGHT_FEET * TICKS_PER_FOOT) return "very_high";
  return null;
}
