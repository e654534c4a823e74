/** Formats follow the country of the job, whatever the language: 12.5 ft, $1,234.50. */
export type Locale = "en-US" | "es-US";

/** Numbers, days and times as a language prints them; a new set for a new language. */
export type Formats = {
  /** At most `digits` decimals (one if unsaid), none for whole numbers: 12.5, 1,240. */
  readonly number: (value: number, digits?: number) => string;
  /** Milliseconds since 1970 as a day: "Nov 20, 2026". */
  readonly date: (ms: number) => string;
  /** Milliseconds since 1970 as a time: "9:40 AM". */
  readonly time: (ms: number) => string;
};

const months: Readonly<Record<Locale, readonly string[]>> = {
  "en-US": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  "es-US": "ene feb mar abr may jun jul ago sept oct nov dic".split(" "),
};

/** A day as Intl's medium style writes it. */
function writeDay(at: Date, locale: Locale): string {
  const month = months[locale][at.getMonth()] ?? "";
  const [day, year] = [at.getDate(), at.getFullYear()];
  return locale === "en-US" ? `${month} ${day}, ${year}` : `${day} ${month} ${year}`;
}

/**
 * A formatter is made once a language, and only when it is first asked for. Days are written by hand: the first
 * formatter of dates takes the browser some 120 ms on an old tablet, and every row of the first screen has a day.
 */
export function createFormats(locale: Locale): Formats {
  const byDigits = new Map<number, Intl.NumberFormat>();
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
    date: (ms) => writeDay(new Date(ms), locale),
    time: (ms) => (hour ??= new Intl.DateTimeFormat(locale, { timeStyle: "short" })).format(ms),
  };
}
