import { useMemo } from "react";
import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type EstimateListRow, estimateRows } from "../queries/estimates.ts";
import { useWaitingPhotos } from "./use-waiting-photos.ts";

/** An estimate with photos that are on this tablet only. */
export interface WaitingEstimate {
  readonly id: string;
  /** Null: the estimate is not on this tablet any more. */
  readonly row: EstimateListRow | null;
  readonly count: number;
  /** Of its photos. */
  readonly ids: readonly string[];
  /** Of its photos, those that wait for a person. */
  readonly stuck: number;
}

/** In the order that their photos go out. `undefined` until they were read. */
export function useWaitingEstimates(): readonly WaitingEstimate[] | undefined {
  const local = useLocal();
  const photos = useWaitingPhotos();
  const ids = [...new Set(photos?.map(({ estimateId }) => estimateId))];
  const rows = useLiveQuery(local, () => estimateRows(local, ids), [ids.join(" ")]);
  return useMemo(() => {
    if (!photos || !rows) return undefined;
    return [...new Set(photos.map(({ estimateId }) => estimateId))].map((id) => {
      const mine = photos.filter(({ estimateId }) => estimateId === id);
      const stuck = mine.filter(({ problem }) => problem !== null).length;
      const row = rows.find(({ estimate }) => estimate.id === id) ?? null;
      return { id, row, count: mine.length, ids: mine.map((photo) => photo.id), stuck };
    });
  }, [photos, rows]);
}
