import { useLiveQuery } from "dexie-react-hooks";
import { useLocal } from "../local-context.tsx";
import { type Queue, readQueue } from "../queries/queue.ts";

/** What is on this tablet, on the server and in the backup, as it changes. `undefined` until it was read. */
export function useQueue(): Queue | undefined {
  const local = useLocal();
  return useLiveQuery(() => readQueue(local), [local]);
}
