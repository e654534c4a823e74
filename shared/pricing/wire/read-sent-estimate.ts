import * as z from "zod/mini";
import type { Estimate } from "../../estimate/estimate.ts";
import type { PriceBook } from "../price-book.ts";
import type { EstimateFault } from "./estimate-fault.ts";
import { faultOfIssue, linkFaults, sizeFaults } from "./estimate-faults.ts";
import { type SentEstimate, sentEstimateSchema } from "./sent-estimate.ts";

/** As many as anybody reads: what is wrong more often than that is wrong in one way. */
export const MAX_FAULTS = 50;

export type ReadSentEstimate =
  | { readonly ok: true; readonly value: SentEstimate }
  | { readonly ok: false; readonly error: readonly EstimateFault[] };

let compiled: typeof sentEstimateSchema | undefined;

/** The schema as one function, made at the first use: reads two hundred surfaces in a seventh of the time. */
const compiledSchema = (): typeof sentEstimateSchema =>
  (compiled ??= z.compile(sentEstimateSchema));

/**
 * What is wrong, as faults: the first fifty. One for each place, since a text that is no moment is not on the
 * calendar either.
 */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[]): readonly EstimateFault[] {
  const faults = new Map<string, EstimateFault>();
  for (const fault of issues.slice(0, MAX_FAULTS).map(faultOfIssue)) {
    if (!faults.has(fault.path)) faults.set(fault.path, fault);
  }
  return [...faults.values()];
}

/**
 * Checks an estimate that others sent: its fields, its size, that ids are distinct and name what is there.
 *
 * Takes a time bounded by the size of the value, and never throws.
 *
 * @returns it with everything filled in that has an obvious value, its members in the order of the schema; or the
 *   first fifty faults.
 */
export function readSentEstimate(value: unknown): ReadSentEstimate {
  const tooMany = sizeFaults(value);
  if (tooMany.length > 0) return { ok: false, error: tooMany };
  const read = z.safeParse(compiledSchema(), value, { reportInput: true });
  if (!read.success) {
    return { ok: false, error: faultsOfIssues(read.error.issues) };
  }
  const faults = linkFaults(read.data).slice(0, MAX_FAULTS);
  return faults.length === 0 ? { ok: true, value: read.data } : { ok: false, error: faults };
}

/** The day an estimate that was sent is priced for. */
export const dayOf = ({ estimate, day }: SentEstimate, today: string): string =>
  day ?? estimate.acceptedOn ?? estimate.acceptedAt?.slice(0, 10) ?? today;

/** What is not said of an estimate that only asks for its price, and touches none. */
const NOBODY = "none";
/** Lists are in order as they stand. */
const ORDER = "V";

/**
 * The records that the app would hold of an estimate that was sent.
 *
 * @param book its first access and occupancy are the usual ones.
 * @param day as `dayOf` says.
 */
export function toEstimate(
  { estimate, areas, items }: SentEstimate,
  book: PriceBook,
  day: string,
): Estimate {
  const [access] = book.access;
  const [occupancy] = book.occupancy;
  const inEstimate = { estimateId: estimate.id, order: ORDER };
  return {
    estimate: {
      ...estimate,
      customerId: estimate.customerId ?? NOBODY,
      priceBookId: estimate.priceBookId ?? NOBODY,
      createdAt: estimate.createdAt ?? `${day}T00:00:00Z`,
    },
    areas: areas.map(({ area, surfaces }) => ({
      area: {
        ...area,
        ...inEstimate,
        access: area.access ?? access?.key ?? "",
        occupancy: area.occupancy ?? occupancy?.key ?? "",
      },
      surfaces: surfaces.map((surface) => ({ ...surface, ...inEstimate, areaId: area.id })),
    })),
    items: items.map((item) => ({ ...item, ...inEstimate })),
    day,
  };
}
