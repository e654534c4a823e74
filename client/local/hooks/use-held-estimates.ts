import { useLiveQuery } from "dexie-react-hooks";
import { useState } from "react";
import { useLocal } from "../local-context.tsx";

/** Which estimates are on this tablet, by id. */
export interface HeldEstimates {
  /** Those that were here when the screen was opened. */
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  /** Those that have been asked for and have not come whole yet. */
  readonly wanted: ReadonlySet<string>;
}

export function useHeldEstimates(): HeldEstimates | undefined {
  const { database } = useLocal();
  const found = useLiveQuery(async () => {
    const [now, wanted] = await Promise.all([
      database.estimate.toCollection().primaryKeys(),
      database.wanted.toCollection().primaryKeys(),
    ]);
    return { now: new Set(now), wanted: new Set(wanted) };
  }, [database]);
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  if (found && before === null) setBefore(found.now);
  return found && before ? { ...found, before } : undefined;
}
