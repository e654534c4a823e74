import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type NewerBook, readNewerBook } from "../queries/newer-book.ts";

/** Whether there is a later price book than the one an estimate keeps; undefined until it was read. */
export function useNewerBook(keptId: string): NewerBook | null | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readNewerBook(local, keptId), [keptId]);
}
