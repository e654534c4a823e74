/**
 * Order keys: rooms are ordered by a text key, and a new key can always be made between two others, so
 * that moving or inserting a room on one tablet never touches the rooms another tablet is editing.
 *
 * A key is a fraction in base 62 without its leading "0." and without trailing zeros; plain string
 * comparison orders keys.
 */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const digitAt = (key: string, index: number): number => DIGITS.indexOf(key[index] ?? "0");

/** A key after `before`, kept short: appending room after room adds one character every 30 or so. */
function keyAfter(before: string): string {
  for (let index = 0; index < before.length; index += 1) {
    const digit = digitAt(before, index);
    if (digit < DIGITS.length - 1) return before.slice(0, index) + (DIGITS[digit + 1] ?? "");
  }
  return `${before}V`;
}

/**
 * A key strictly between two keys; `null` stands for the beginning or the end of the list.
 *
 * @throws RangeError when `before` is not smaller than `after`: the caller's list was not sorted.
 */
export function keyBetween(before: string | null, after: string | null): string {
  if (after === null) return before === null ? "V" : keyAfter(before);
  const low = before ?? "";
  if (low >= after) throw new RangeError(`order keys out of order: ${low} >= ${after}`);
  let prefix = "";
  for (let index = 0; ; index += 1) {
    const from = digitAt(low, index);
    const bounded = after.startsWith(prefix);
    const to = bounded ? (index < after.length ? digitAt(after, index) : 0) : DIGITS.length;
    if (to - from > 1) return prefix + (DIGITS[Math.floor((from + to) / 2)] ?? "");
    prefix += DIGITS[from] ?? "";
  }
}
