const grouped = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

/**
 * Integer cents as US dollars in two pieces, so that the cents can be set smaller: 123450 is "$1,234" and ".50".
 *
 * By hand, and not by the browser: English and the Spanish of the United States print dollars alike, its formatter takes
 * some 30 ms on an old tablet to make, before the first screen shows, and it wants a fraction where we have whole cents.
 */
export function splitCents(cents: number): readonly [whole: string, rest: string] {
  const amount = Math.abs(cents);
  const dollars = grouped(String(Math.floor(amount / 100)));
  return [`${cents < 0 ? "-" : ""}$${dollars}`, `.${String(amount % 100).padStart(2, "0")}`];
}

/** The same in one piece: 123450 is "$1,234.50". */
export const formatCents = (cents: number): string => splitCents(cents).join("");
