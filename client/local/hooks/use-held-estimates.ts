import { useState } from "react";
import { useLiveQuery } from "../live-query.ts";
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
  const local = useLocal();
  const found = useLiveQuery(local, async () => {
    const { database } = local;
    const [now, wanted] = await Promise.all([
      database.estimate.toCollection().primaryKeys(),
      database.wanted.toCollection().primaryKeys(),
    ]);
    return { now: new Set(now), wanted: new Set(wanted) };
  }, []);
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  if (found && before === null) setBefore(found.now);
  return found && before ? { ...found, before } : undefined;
}
