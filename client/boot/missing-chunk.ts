/** Set in the session storage while the one reload that a missing chunk is worth has been spent. */
const SPENT = "paintbox.reloaded-for-chunk";

/**
 * A page that is older than the files it asks for cannot load its lazy routes. One reload fetches the
 * present version; a second failure is shown like any other error, so that a broken build cannot loop.
 */
export function reloadOnceOnMissingChunk(): void {
  addEventListener("vite:preloadError", (event) => {
    if (sessionStorage.getItem(SPENT) !== null) return;
    sessionStorage.setItem(SPENT, "1");
    event.preventDefault();
    location.reload();
  });
  addEventListener("pageshow", () => setTimeout(() => sessionStorage.removeItem(SPENT), 60_000));
}
