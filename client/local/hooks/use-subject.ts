import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { readSubject, type Subject } from "../queries/subject.ts";
import type { Target } from "../rows.ts";

/** What a conflict or a refused edit is about, by name, and what to open. `undefined` until it was read. */
export function useSubject(target: Target, estimateId: string | null): Subject | undefined {
  const local = useLocal();
  const { entity, id } = target;
  return useLiveQuery(local, () => readSubject(local, { entity, id }, estimateId), [
    entity,
    id,
    estimateId,
  ]);
}
