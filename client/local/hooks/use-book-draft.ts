import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type BookDraft, readBookDraft } from "../queries/book-draft.ts";
import { type BookVersion, listBookVersions } from "../queries/book-versions.ts";

/** The draft of the price book; null while there is none. */
export function useBookDraft(): BookDraft | null | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readBookDraft(local), []);
}

/** Every version of the price book on this tablet, the newest first. */
export function useBookVersions(): readonly BookVersion[] | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => listBookVersions(local), []);
}
