/** What a field takes: feet and inches, whole things, or a plain number (hours, gallons, dollars). */
export type KeypadMode = "length" | "count" | "decimal";

export type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

export type KeypadKey =
  | Digit
  | "point"
  | "feet"
  | "inches"
  | "half"
  | "quarter"
  | "eighth"
  | "plus"
  | "less"
  | "more"
  | "erase"
  | "clear";

/** A sum of six walls with fractions fits; a cat on the keyboard does not. */
export const MAX_TEXT = 48;
const MAX_COUNT = 999;

const eighths: Readonly<Partial<Record<KeypadKey, number>>> = { half: 4, quarter: 2, eighth: 1 };
const trailingFraction = /(?:^|(?<=\D)|\s)(\d+)\/(\d+)$/;

/**
 * The text after a key. Pure; never throws, and what does not fit is left as it was.
 * `fresh` says that the text stands selected, as after walking into a field: the next digit begins anew.
 */
export function pressKey(text: string, key: KeypadKey, mode: KeypadMode, fresh = false): string {
  if (key === "clear") return "";
  if (key === "erase") return fresh ? "" : erase(text);
  const base = fresh && startsAnew(key) ? "" : text;
  const next =
    mode === "length"
      ? pressLength(base, key)
      : mode === "count"
        ? pressCount(base, key)
        : pressDecimal(base, key);
  return next.length > MAX_TEXT ? text : next;
}

/** Units, sums and steps go on with what is there; digits, a point and fractions replace a selected text. */
function startsAnew(key: KeypadKey): boolean {
  return key === "point" || key in eighths || isDigit(key);
}

export function isDigit(key: string): key is Digit {
  return /^\d$/.test(key);
}

function pressLength(text: string, key: KeypadKey): string {
  if (isDigit(key)) {
    return /['"]$/.test(text) || trailingFraction.test(text) ? `${text} ${key}` : text + key;
  }
  switch (key) {
    case "point":
      return addPoint(text);
    case "feet":
      return addMark(text, "'");
    case "inches":
      return addMark(text, '"');
    case "half":
    case "quarter":
    case "eighth":
      return addEighths(text, eighths[key] ?? 0);
    case "plus":
      return text === "" || text.endsWith("+ ") ? text : `${text} + `;
    case "less":
    case "more":
    case "erase":
    case "clear":
      return text;
  }
}

/** `'` or `"` after a number; pressed after the other mark it corrects it, as long as that stays one measure. */
function addMark(text: string, mark: "'" | '"'): string {
  if (/[\d.]$/.test(text)) return text + mark;
  const term = text.slice(text.lastIndexOf("+") + 1);
  const marks = term.replaceAll(/[^'"]/g, "");
  return marks.length === 1 && /['"]$/.test(text) ? text.slice(0, -1) + mark : text;
}

/** Fractions add up: a half and a quarter are 3/4, so that three keys give all eighths. At a whole inch they stop. */
function addEighths(text: string, add: number): string {
  const mark = text.endsWith('"') ? '"' : "";
  const body = mark ? text.slice(0, -1) : text;
  const found = trailingFraction.exec(body);
  if (!found) {
    if (/\.\d*$/.test(body)) return text;
    const gap = body === "" || body.endsWith(" ") ? "" : " ";
    return body + gap + writeEighths(add) + mark;
  }
  const sum = (Number(found[1]) * 8) / Number(found[2]) + add;
  if (!Number.isInteger(sum) || sum >= 8) return text;
  const before = body.slice(0, found.index).trimEnd();
  const gap = before === "" ? "" : " ";
  return before + gap + writeEighths(sum) + mark;
}

function writeEighths(count: number): string {
  if (count % 4 === 0) return `${count / 4}/2`;
  if (count % 2 === 0) return `${count / 2}/4`;
  return `${count}/8`;
}

function addPoint(text: string): string {
  if (/\d$/.test(text) && !/[./]\d*$/.test(text)) return `${text}.`;
  if (/[.\d]$/.test(text)) return text;
  return `${text}${text === "" || text.endsWith(" ") ? "" : " "}0.`;
}

function pressCount(text: string, key: KeypadKey): string {
  const count = Number(text);
  if (key === "more" || key === "less") {
    const stepped = (Number.isInteger(count) ? count : 0) + (key === "more" ? 1 : -1);
    return String(Math.min(MAX_COUNT, Math.max(0, stepped)));
  }
  if (!isDigit(key)) return text;
  const typed = String(Number(text + key));
  return Number(typed) > MAX_COUNT ? text : typed;
}

function pressDecimal(text: string, key: KeypadKey): string {
  if (key === "point") return addPoint(text);
  if (isDigit(key)) {
    const typed = text === "0" ? key : text + key;
    return /\.\d{4,}$/.test(typed) ? text : typed;
  }
  const add = eighths[key];
  if (add === undefined) return text;
  const sum = (Number(text) * 8 + add) / 8;
  return Math.floor(sum) > Math.floor(Number(text)) ? text : String(sum);
}

/** Takes back one press: a fraction or a plus goes as a whole, and no space is left hanging. */
function erase(text: string): string {
  if (text.endsWith(" + ")) return text.slice(0, -3);
  const fraction = trailingFraction.exec(text);
  return (fraction ? text.slice(0, fraction.index) : text.slice(0, -1)).trimEnd();
}
