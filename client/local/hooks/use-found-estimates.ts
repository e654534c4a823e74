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

interface Found extends FoundEstimates {
  readonly sought: Sought;
}

/** What was found last, by what it was looked for with: whoever comes back to it sees it at once, until it is found anew. */
const lastFound = new WeakMap<PaintboxDatabase, { readonly of: string; readonly found: Found }>();

/** What was last looked for and found; `undefined` until then. */
export function useFoundEstimates({ text, filter }: Sought, limit: number): Found | undefined {
  const local = useLocal();
  const today = useToday();
  const of = JSON.stringify([text, filter, limit, today]);
  const find = async () => {
    const sought = { text, filter };
    const found = { ...(await findEstimates(local, sought, limit)), sought };
    lastFound.set(local.database, { of, found });
    return found;
  };
  const last = lastFound.get(local.database);
  return useLiveQuery(local, find, [of], {
    tables: listTables,
    initial: last?.of === of ? last.found : undefined,
  });
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
