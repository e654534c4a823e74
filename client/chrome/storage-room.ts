import { useSyncExternalStore } from "react";
import type { StorageRoom } from "../local/storage-room.ts";

let room: StorageRoom = "kept";
const listeners = new Set<() => void>();

/** What was found out about this browser's storage; `kept` until then. */
export function tellStorageRoom(found: StorageRoom): void {
  room = found;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** For whoever says "saved": in a private window that would be a lie. */
export const useStorageRoom = (): StorageRoom => useSyncExternalStore(subscribe, () => room);
