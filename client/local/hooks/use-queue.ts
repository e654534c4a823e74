import { useLiveQuery } from "../live-query.ts";
import { useLocal } from "../local-context.tsx";
import { type Queue, readQueue } from "../queries/queue.ts";

/** What is on this tablet, on the server and in the backup, as it changes. `undefined` until it was read. */
export function useQueue(): Queue | undefined {
  const local = useLocal();
  return useLiveQuery(local, () => readQueue(local), []);
}
