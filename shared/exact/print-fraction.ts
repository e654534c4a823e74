import { type Exact, reduced } from "./exact.ts";
import { bigOf, isSmall } from "./fraction.ts";

/** A value as a fraction in lowest terms, for programs to read: `12.7` is `"127/10"`, `13` is `"13"`. */
export function printFraction(value: Exact): string {
  const lowest = reduced(value);
  if (isSmall(lowest)) {
    return lowest.bottom === 1 ? `${lowest.top}` : `${lowest.top}/${lowest.bottom}`;
  }
  const { n, d } = bigOf(lowest);
  return d === 1n ? `${n}` : `${n}/${d}`;
}
