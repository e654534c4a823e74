import { useEffect } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { useLocal } from "../local-context.tsx";
import type { EstimateWithCustomer } from "../queries/estimate.ts";
import type { Shown } from "../seen.ts";

/** Notes what a screen shows, for as long as it does, from the moment that it is drawn. */
export function useShown<T extends object>(
  found: T | null | undefined,
  shownOf: (found: T) => readonly Shown[],
): void {
  const { seen } = useLocal();
  useEffect(() => (found ? seen.noteShown(shownOf(found)) : undefined), [seen, found, shownOf]);
}

const asShown = (
  entity: Shown["entity"],
  fields: Shown["fields"] & { readonly id: string },
): Shown => ({
  entity,
  id: fields.id,
  fields,
});

export const shownOfArea = ({ area, surfaces }: AreaWithSurfaces): readonly Shown[] => [
  asShown("area", area),
  ...surfaces.map((surface) => asShown("surface", surface)),
];

export const shownOfEstimate = ({ estimate, customer }: EstimateWithCustomer): readonly Shown[] => [
  asShown("estimate", estimate.estimate),
  ...estimate.areas.flatMap(shownOfArea),
  ...estimate.items.map((item) => asShown("item", item)),
  ...(customer ? [asShown("customer", customer)] : []),
];
