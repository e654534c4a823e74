/** What a sheet can hold, in Excel since 2007 and in LibreOffice. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

const A = 65;

/** The letters of a column: 1 is A, 27 is AA, 16,384 is XFD. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Reads `B7` as row 7, column 2; nothing when it is not the reference of a cell on a sheet. */
export function parseRef(
  ref: string,
): { readonly row: number; readonly column: number } | undefined {
  let at = 0;
  let column = 0;
  for (; at < 3; at += 1) {
    const letter = ref.charCodeAt(at) - A;
    if (!(letter >= 0 && letter < 26)) break;
    column = column * 26 + letter + 1;
  }
  const row = parseCount(ref.slice(at));
  if (row === undefined || column < 1 || column > LAST_COLUMN) return undefined;
  return row < 1 || row > LAST_ROW ? undefined : { row, column };
}

/** A whole number of up to seven digits without leading zeros, or nothing. */
export function parseCount(text: string): number | undefined {
  if (text.length < 1 || text.length > 7 || (text.length > 1 && text.startsWith("0"))) {
    return undefined;
  }
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    count = count * 10 + digit;
  }
  return count;
}
