import type { RecordOf } from "./record.ts";

/** An estimate assembled from its records: what `price()` takes. Lists are in the painter's order. */
export interface Estimate {
  readonly estimate: RecordOf<"estimate">;
  readonly areas: readonly AreaWithSurfaces[];
  readonly items: readonly RecordOf<"item">[];
  /** The day it is priced for, `2026-11-26`: that of its acceptance, or else today. Discounts end by it. */
  readonly day: string;
}

export interface AreaWithSurfaces {
  readonly area: RecordOf<"area">;
  readonly surfaces: readonly RecordOf<"surface">[];
}

const byOrder = (
  one: { readonly order: string; readonly id: string },
  other: { readonly order: string; readonly id: string },
): number => {
  const left = `${one.order} ${one.id}`;
  const right = `${other.order} ${other.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * Puts the living records of one estimate together, in order. Surfaces of a removed area are left out.
 *
 * @param today the day it is where the tablet is; an accepted estimate keeps the day of its acceptance.
 */
export function assembleEstimate(
  estimate: RecordOf<"estimate">,
  areas: readonly RecordOf<"area">[],
  surfaces: readonly RecordOf<"surface">[],
  items: readonly RecordOf<"item">[],
  today: string,
): Estimate {
  const byArea = Map.groupBy(surfaces, (surface) => surface.areaId);
  return {
    estimate,
    areas: areas.toSorted(byOrder).map((area) => ({
      area,
      surfaces: (byArea.get(area.id) ?? []).toSorted(byOrder),
    })),
    items: items.toSorted(byOrder),
    day: estimate.acceptedOn ?? estimate.acceptedAt?.slice(0, 10) ?? today,
  };
}
