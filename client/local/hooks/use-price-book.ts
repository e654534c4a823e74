import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { readNewestPriceBook, readPriceBook } from "../queries/price-books.ts";

/** The price book an estimate keeps, parsed once; null when it is not here. */
export function usePriceBook(id: string): PriceBook | null | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readPriceBook(local, id), [id], { tables: ["priceBook"] });
}

/** The price book that new estimates keep; null before the first pull. */
export function useNewestPriceBook(): PriceBook | null | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readNewestPriceBook(local), []);
}
