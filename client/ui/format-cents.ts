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
