const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** 1 January 1904, the first day of the other system, as a day of the 1900 system. */
const START_OF_1904 = 1_462;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;
/** Lotus 1-2-3 took 1900 for a leap year, and every spreadsheet since counts a 29 February that never was. */
const DAY_THAT_NEVER_WAS = 60;

/**
 * A spreadsheet's serial number as an ISO date, `2026-11-20`, or with the time to the second when it has one,
 * `2026-11-20T14:30:00`; no time zone, because the number has none.
 *
 * @param serial decimal text, as a cell's `text`. @param dates1904 as the workbook says.
 * @returns nothing for a time without a day, for 29 February 1900 and for days before 1900 or after 9999.
 */
export function serialToIso(serial: string, dates1904: boolean): string | undefined {
  const value = Number(serial);
  if (serial.trim() === "" || !Number.isFinite(value) || value < 0) return undefined;
  const seconds = Math.round((value - Math.floor(value)) * DAY_SECONDS);
  const carried = seconds === DAY_SECONDS ? 1 : 0;
  const day = Math.floor(value) + carried + (dates1904 ? START_OF_1904 : 0);
  if (day < 1 || day > LAST_DAY || day === DAY_THAT_NEVER_WAS) return undefined;
  const midnight = Date.UTC(1899, 11, day < DAY_THAT_NEVER_WAS ? 31 : 30) + day * DAY_MS;
  const timed = carried === 0 && seconds > 0;
  return new Date(midnight + (timed ? seconds * 1_000 : 0)).toISOString().slice(0, timed ? 19 : 10);
}
