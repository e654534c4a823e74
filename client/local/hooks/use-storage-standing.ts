import { useSyncExternalStore } from "react";
import type { Local } from "../local.ts";
import type { StorageStanding } from "../storage-health.ts";

/** How it stands with the connection to the tablet's database. */
export function useStorageStanding({ database: { health } }: Local): StorageStanding {
  return useSyncExternalStore(health.subscribe, () => health.standing);
}
