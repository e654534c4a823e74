import { type Exact, rounded } from "./exact.ts";

/** A value as a decimal text with at most `places` digits behind the point, without trailing zeros. */
export interface PrintedExact {
  readonly text: string;
  /** False when digits were cut: the screen may write "about". */
  readonly complete: boolean;
}

/** @param places digits behind the decimal point, 0 to 12. Rounds half away from zero. */
export function printExact(value: Exact, places = 2): PrintedExact {
  const scale = 10n ** BigInt(places);
  const scaled = rounded({ n: value.n * scale, d: value.d });
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return {
    text: `${scaled < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`,
    complete: scaled * value.d === value.n * scale,
  };
}

/** For charts and number formatting only: a float, never to be computed with. */
export const toNumber = ({ n, d }: Exact): number => Number(printExact({ n, d }, 6).text);
