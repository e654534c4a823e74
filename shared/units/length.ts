/** Lengths are whole ticks of 1/16 inch, as fine as a tape measure reads: no fraction of a foot is rounded. */
export const TICKS_PER_INCH = 16;
export const TICKS_PER_FOOT = 192;

/** No building is longer; what is typed beyond it is a slip. */
export const MAX_FEET = 1000;

export type LengthErrorCode = "empty" | "not_a_length" | "too_long";
export type ParsedLength =
  | { readonly ok: true; readonly ticks: number }
  | { readonly ok: false; readonly error: { readonly code: LengthErrorCode } };

/** A length in ticks, as a foot-and-inch text. */
export function printLength(ticks: number): string {
  const feet = Math.trunc(ticks / TICKS_PER_FOOT);
  return `${feet}'${(ticks % TICKS_PER_FOOT) / TICKS_PER_INCH}"`;
}
