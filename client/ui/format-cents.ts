const formats = new Map<string, Intl.NumberFormat>();

/** One formatter a locale: making one costs about as much as formatting a thousand prices. */
function dollars(locale: string): Intl.NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
  });
  formats.set(locale, made);
  return made;
}

/** Integer cents as US dollars in the manner of a locale: 123450 is "$1,234.50". */
export function formatCents(cents: number, locale: string): string {
  return dollars(locale).format(cents / 100);
}

/** The same in two pieces, so that the cents can be set smaller: "$1,234" and ".50". */
export function splitCents(cents: number, locale: string): readonly [whole: string, rest: string] {
  const parts = dollars(locale).formatToParts(cents / 100);
  const at = parts.findIndex((part) => part.type === "decimal");
  const join = (some: typeof parts) => some.map((part) => part.value).join("");
  return at === -1 ? [join(parts), ""] : [join(parts.slice(0, at)), join(parts.slice(at))];
}
