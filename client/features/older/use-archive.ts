import { useInfiniteQuery } from "@tanstack/react-query";
import type { ArchivedEstimate } from "../../../shared/sync/archive.ts";
import { askArchive } from "./ask-archive.ts";

export interface Archive {
  /** Null: no answer yet. */
  readonly estimates: readonly ArchivedEstimate[] | null;
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  readonly askAgain: () => void;
  readonly askMore: (() => void) | null;
}

const first: number | null = null;

/** The server's estimates that match a text, the latest touched first, page by page. */
export function useArchive(text: string): Archive {
  const query = useInfiniteQuery({
    queryKey: ["archive", text],
    queryFn: ({ pageParam, signal }) =>
      askArchive({ text, customerId: null, before: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: ({ before }) => before,
    placeholderData: (earlier) => earlier,
  });
  const pages = query.data?.pages;
  return {
    estimates: pages ? pages.flatMap(({ estimates }) => estimates) : null,
    isAsking: query.isFetching,
    hasFailed: query.isError,
    askAgain: () => void query.refetch(),
    askMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
