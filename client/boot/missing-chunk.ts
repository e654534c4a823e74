/** Set in the session storage while the one reload that a missing chunk is worth has been spent. */
const SPENT = "paintbox.reloaded-for-chunk";
/** Long enough for a lie-fi signal to answer, short enough to be of use. */
const ASK_MS = 10_000;

/** Where a page says which build it is: the hashed address of its first script. */
const ENTRY = /<script[^>]+type="module"[^>]+src="([^"]+)"/;

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
  addEventListener("pageshow", () => setTimeout(() => sessionStorage.removeItem(SPENT), 60_000));
}

async function reloadIfOutdated(): Promise<void> {
  if (sessionStorage.getItem(SPENT) !== null) return;
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? "";
  if (!(await isOutdated(entry, presentPage))) return;
  sessionStorage.setItem(SPENT, "1");
  location.reload();
}

/** What a reload would bring: the shell on the tablet where there is one, else the server's. */
const presentPage = (): Promise<Response> =>
  fetch("/index.html", { signal: AbortSignal.timeout(ASK_MS) });

/**
 * Whether a page whose first script came from `entry` would come back as another build. Never throws: what cannot be asked
 * is no reason for a reload, nor is an answer that is not our page, like the one of a hotel's network.
 *
 * @param entry an address, with or without its origin
 * @param getPage the page as it is now
 */
export async function isOutdated(
  entry: string,
  getPage: () => Promise<Response>,
): Promise<boolean> {
  try {
    const answer = await getPage();
    if (!answer.ok) return false;
    const [, present] = ENTRY.exec(await answer.text()) ?? [];
    return present !== undefined && !entry.endsWith(present);
  } catch {
    return false;
  }
}
