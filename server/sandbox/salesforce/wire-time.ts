/** Dates and times as Salesforce writes and reads them. */

/** Whole seconds, always `.000+0000`, never `Z`. */
export function toWireDatetime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}.000+0000`;
}

export function toWireDate(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/**
 * Reads an ISO 8601 time with a zone, written as Z, +hh:mm or +hhmm.
 * @returns undefined when it is none, or names a day that does not exist
 */
export function parseDatetime(input: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.exec(
    input,
  );
  if (!match || !isDate(match[1] ?? "")) return undefined;
  const zone = (match[3] ?? "Z").replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  const time = new Date(`${match[1]}T${match[2]}${zone}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Is this a calendar day written YYYY-MM-DD? */
export function isDate(input: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input)) return false;
  const time = new Date(`${input}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && toWireDate(time) === input;
}
