import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { useLiveQuery } from "../live-query.ts";
import { useLocal, useShown } from "../local-context.tsx";
import type { Shown } from "../seen.ts";
import { type EstimateWithCustomer, estimateTables, readEstimate } from "../queries/estimate.ts";
import { estimateStanding, type Standing } from "../queries/standing.ts";
import { useToday } from "./use-today.ts";

/** An estimate with its customer; null when it is not here, `undefined` until it was read. */
export function useEstimate(id: string): EstimateWithCustomer | null | undefined {
  const local = useLocal();
  // A discount ends with the day: a screen left open overnight is read again in the morning.
  const today = useToday();
  const found = useLiveQuery(local, () => readEstimate(local, id), [id, today], {
    tables: estimateTables,
  });
  useShown(found, shownOfEstimate);
  return found;
}

/** How far an estimate has come: the words in the header. */
export function useEstimateStanding(id: string): Standing | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => estimateStanding(local, id), [id]);
}

const asShown = (
  entity: Shown["entity"],
  fields: Shown["fields"] & { readonly id: string },
): Shown => ({
  entity,
  id: fields.id,
  fields,
});

const shownOfArea = ({ area, surfaces }: AreaWithSurfaces): readonly Shown[] => [
  asShown("area", area),
  ...surfaces.map((surface) => asShown("surface", surface)),
];

const shownOfEstimate = ({ estimate, customer }: EstimateWithCustomer): readonly Shown[] => [
  asShown("estimate", estimate.estimate),
  ...estimate.areas.flatMap(shownOfArea),
  ...estimate.items.map((item) => asShown("item", item)),
  ...(customer ? [asShown("customer", customer)] : []),
];
