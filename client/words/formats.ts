/** Numbers, days and times as a language prints them; a new set for a new language. */
export type Formats = {
  /** At most `digits` decimals (one if unsaid), none for whole numbers: 12.5, 1,240. */
  readonly number: (value: number, digits?: number) => string;
  /** Milliseconds since 1970 as a day: "Nov 20, 2026". */
  readonly date: (ms: number) => string;
  /** Milliseconds since 1970 as a time: "9:40 AM". */
  readonly time: (ms: number) => string;
};

/**
 * A formatter is made once a language, and only when it is first asked for: making the two of dates costs some
 * 60 ms on an old tablet, before the first screen could show.
 */
export function createFormats(locale: string): Formats {
  const byDigits = new Map<number, Intl.NumberFormat>();
  let day: Intl.DateTimeFormat | undefined;
  let hour: Intl.DateTimeFormat | undefined;
  return {
    number(value, digits = 1) {
      let format = byDigits.get(digits);
      if (!format) {
        format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
        byDigits.set(digits, format);
      }
      return format.format(value);
    },
    date: (ms) => (day ??= new Intl.DateTimeFormat(locale, { dateStyle: "medium" })).format(ms),
    time: (ms) => (hour ??= new Intl.DateTimeFormat(locale, { timeStyle: "short" })).format(ms),
  };
}
