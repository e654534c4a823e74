import type { BookTools } from "../../shared/pricing/edit/book-tools.ts";

let loading: Promise<BookTools> | null = null;

/** What reads and checks a draft of the price book, and only its screens want: the same promise for all of them. */
export function loadBookTools(): Promise<BookTools> {
  if (loading) return loading;
  const tools = import("../../shared/pricing/edit/book-tools.ts").then(
    (loaded) => loaded.bookTools,
  );
  // A weak signal is no reason never to try again.
  tools.catch(() => {
    loading = null;
  });
  loading = tools;
  return tools;
}
