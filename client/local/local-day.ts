const padded = (number: number, length: number): string => String(number).padStart(length, "0");

/** The calendar day it is where the tablet is, as records keep it: `2026-11-26`. */
export const localDay = (date: Date): string =>
  [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)].join(
    "-",
  );

/** Milliseconds until the tablet's next day begins; 23 or 25 hours when the clocks change. */
export const untilTomorrow = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - date.getTime();
