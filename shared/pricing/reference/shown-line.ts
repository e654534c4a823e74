import { type Fraction, whole, ZERO } from "./fraction.ts";
import type { Job } from "./job.ts";
import type { Line } from "./lines.ts";
import type { ReferenceItem, ReferenceLine, ReferenceSurface } from "./result.ts";

/** A figure for each of something; null where there is none of it. */
export const quotient = (of: Fraction, by: Fraction): string | null =>
  by.isPositive() ? String(of.over(by)) : null;

/** A line or an offer with what it implies, as priced-estimate.ts describes it. */
export const shownLine = (job: Job, line: Line): ReferenceLine => ({
  kind: line.kind,
  id: line.id,
  cents: String(line.cents),
  surface: line.kind === "surface" ? shownSurface(job, line) : null,
  item: line.kind === "item" ? shownItem(job, line) : null,
});

function shownSurface({ surfaces }: Job, { id, cents }: Line): ReferenceSurface | null {
  const surface = surfaces.find(({ measured }) => measured.surface.id === id);
  if (surface === undefined) return null;
  const { measured, choices, work, gallons } = surface;
  return {
    quantity: String(measured.quantity),
    coats: choices.coats,
    hours: String(work.hours),
    gallons: String(gallons.finish),
    unitsPerHour: quotient(measured.quantity, work.hours),
    centsPerUnit: quotient(whole(cents), measured.quantity),
  };
}

function shownItem({ items, offers, profit }: Job, { id, cents }: Line): ReferenceItem {
  const crew = [...items, ...offers].find(({ item }) => item.id === id)?.crew ?? null;
  const bought = cents > 0n ? quotient(whole(cents), profit.hourCharge()) : null;
  return {
    hours: String(crew?.hours ?? ZERO),
    impliedHours: crew === null ? bought : String(crew.hours),
  };
}
