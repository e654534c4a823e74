import { useEffect, useEffectEvent } from "react";
import { useLocation } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { estimateAddress } from "./addresses.ts";
import { type Place, readPlace, writePlace } from "./place.ts";

/**
 * Keeps the place in an area in the address, and begins at the place that stands there. An area that is shown
 * only because there was room for it gets its own address with the first touch.
 */
export function usePlace(
  { id, estimateId }: Pick<RecordOf<"area">, "id" | "estimateId">,
  { field, surface }: Place,
  begin: (place: Place) => void,
): void {
  const [path, navigate] = useLocation();
  const address = `${estimateAddress(estimateId)}/areas/${id}`;
  const beginHere = useEffectEvent(() => {
    if (path === address) begin(readPlace(location.hash));
  });
  useEffect(() => beginHere(), []);

  const remember = useEffectEvent((place: string) => {
    if (path === address ? location.hash !== place : place !== "")
      navigate(`${address}${place}`, { replace: true });
  });
  useEffect(() => remember(writePlace({ field, surface })), [field, surface]);
}
