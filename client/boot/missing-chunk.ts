import { allowReloadAgain, reloadIfOutdated } from "../chrome/outdated.ts";

/**
 * A page that is older than the files it asks for cannot load its lazy routes. One reload fetches the present version; a
 * second failure is shown like any other error, so that a broken build cannot loop.
 *
 * A chunk is also missed where there is no signal yet, and where somebody leaves the page while it comes. A reload helps
 * neither, and would take the screen from under their hands: only a page that would come back as another build is loaded
 * again. The import fails either way, for its caller to say or to try once more.
 */
export function reloadOnceOnMissingChunk(): void {
  addEventListener("vite:preloadError", () => void reloadIfOutdated());
  addEventListener("pageshow", allowReloadAgain);
}
