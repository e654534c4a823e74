let asked = false;

/**
 * Asks the browser, once, after the first saved edit, never to evict our records: by then it knows that
 * the painter works with the app and says yes without a question. A no changes nothing for now.
 */
export function keepStorage(): void {
  if (asked || typeof navigator === "undefined" || !("storage" in navigator)) return;
  asked = true;
  navigator.storage.persist().catch(() => {
    asked = false;
  });
}
