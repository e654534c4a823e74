import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
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
  );
}

/** How many estimates each filter lets through. */
export function useEstimateCounts(): Readonly<Record<Filter, number>> | undefined {
  const local = useLocal();
  const today = useToday();
  return useLiveQuery(local, () => countEstimates(local), [today]);
}
