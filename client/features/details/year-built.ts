import { fieldProblem } from "../../../shared/estimate/entities.ts";

/**
 * Homes built before this year may have lead paint on them: it was banned for homes in 1978, and the rules
 * for renovating (40 CFR part 745, subpart E) speak of housing built before that year.
 */
const LEAD_PAINT_BANNED = 1978;

/** Whether lead-safe work rules apply; not for a house of unknown age. */
export const needsLeadSafety = (year: number | null | undefined): boolean =>
  typeof year === "number" && year < LEAD_PAINT_BANNED;

/** As the field shows it. */
export const yearText = (year: number | null): string => (year === null ? "" : String(year));

/** The year that was typed; null for an empty field, undefined for what is not a year, or not yet. */
export function readYear(typed: string): number | null | undefined {
  if (typed === "") return null;
  if (!/^\d{4}$/.test(typed)) return undefined;
  const year = Number(typed);
  return fieldProblem("estimate", "yearBuilt", year) === null ? year : undefined;
}
