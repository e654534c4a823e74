import type { SyncStateStore } from "./sync-state.ts";

const keyOf = (databaseName: string): string => `paintbox-contact-${databaseName}`;

/** When this person's tablet was last in touch with the server, as far as the browser remembers. Unix milliseconds. */
export function readLastContact(databaseName: string, storage?: Storage): number | null {
  try {
    const stored = (storage ?? localStorage).getItem(keyOf(databaseName));
    const at = Number(stored ?? Number.NaN);
    return Number.isFinite(at) ? at : null;
  } catch {
    return null;
  }
}

/** Remembers every later contact across restarts. A browser that refuses costs the memory only. @returns ends it. */
export function rememberContact(
  state: SyncStateStore,
  databaseName: string,
  storage?: Storage,
): () => void {
  let kept = state.get().lastContactAt;
  return state.subscribe(() => {
    const { lastContactAt } = state.get();
    if (lastContactAt === null || lastContactAt === kept) return;
    kept = lastContactAt;
    try {
      (storage ?? localStorage).setItem(keyOf(databaseName), String(lastContactAt));
    } catch {
      // A full store, or a private window.
    }
  });
}
