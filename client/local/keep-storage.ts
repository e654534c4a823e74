let asked = false;

/**
 * Asks the browser, once, after the first saved edit, never to evict our records: by then it knows that
 * the painter works with the app and says yes without a question. It is asked again when the app was put on the home
 * screen, which is the best reason a browser knows for a yes.
 */
export function keepStorage(): void {
  if (asked || typeof navigator === "undefined" || !("storage" in navigator)) return;
  asked = true;
  void askToKeep(navigator.storage);
  addEventListener("appinstalled", () => void askToKeep(navigator.storage));
}

/** @returns whether the browser has promised to keep our records. Never throws: a refusal changes nothing for now. */
export async function askToKeep(
  storage: Pick<StorageManager, "persisted" | "persist">,
): Promise<boolean> {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}
