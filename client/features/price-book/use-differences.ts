import { useMemo } from "react";
import { type BookDifference, diffBooks } from "../../../shared/pricing/edit/diff-books.ts";
import { usePriceBook } from "../../local/hooks/use-price-book.ts";

/** What is different in one version from another; undefined while they are read, or when there is nothing to hold it against. */
export function useDifferences(
  beforeId: string | null,
  afterId: string,
): readonly BookDifference[] | undefined {
  const before = usePriceBook(beforeId ?? "");
  const after = usePriceBook(afterId);
  return useMemo(() => (before && after ? diffBooks(before, after) : undefined), [before, after]);
}
