import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import type { PaintboxDatabase } from "../database.ts";
import { listTables } from "../queries/estimates.ts";
import {
  countEstimates,
  type Filter,
  findEstimates,
  type FoundEstimates,
  type Sought,
} from "../queries/find-estimates.ts";
import { useToday } from "./use-today.ts";

/** What was last looked for and found; `undefined` until then. */
export function useFoundEstimates({ text, filter }: Sought, limit: number) {
  const local = useLocal();
  const today = useToday();
  return useLiveQuery<FoundEstimates & { readonly sought: Sought }>(
    local,
    async () => ({
      ...(await findEstimates(local, { text, filter }, limit)),
      sought: { text, filter },
    }),
    [text, filter, limit, today],
    { tables: listTables },
  );
}

type Counts = Readonly<Record<Filter, number>>;

/** What was counted last: whoever comes back to the list sees it at once, until it is counted anew. */
const lastCounted = new WeakMap<PaintboxDatabase, Counts>();

/** How many estimates each filter lets through. */
export function useEstimateCounts(): Counts | undefined {
  const local = useLocal();
  const today = useToday();
  const count = async () => {
    const counts = await countEstimates(local);
    lastCounted.set(local.database, counts);
    return counts;
  };
  return useLiveQuery(local, count, [today], {
    tables: listTables,
    initial: lastCounted.get(local.database),
  });
}
