import { useInfiniteQuery } from "@tanstack/react-query";
import type { HistoryEntry } from "../../../shared/sync/archive.ts";
import { askHistory } from "../../chrome/edit-history/ask-history.ts";

export interface HistoryPages {
  /** What has been answered; null: nothing yet, or not at all. */
  readonly entries: readonly HistoryEntry[] | null;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  /** Asks for the page before; null when there is none. */
  readonly askMore: (() => void) | null;
}

/**
 * The history that the server keeps, page by page.
 *
 * @param since when the tablet and the server were last in touch: what came since then is asked for again.
 */
export function useHistoryPages(estimateId: string, since: number | null): HistoryPages {
  const query = useInfiniteQuery({
    queryKey: ["history", estimateId, since],
    queryFn: ({ pageParam, signal }) => askHistory(estimateId, pageParam, signal),
    initialPageParam: first,
    getNextPageParam: ({ before }) => before,
    placeholderData: (earlier) => earlier,
  });
  const pages = query.data?.pages;
  return {
    entries: pages ? pages.flatMap(({ entries }) => entries) : null,
    isAsking: query.isFetching,
    hasFailed: query.isError,
    askMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}

const first: number | null = null;
