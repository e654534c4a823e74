import { onceAllIsSaved } from "./unsaved-lock.ts";

/** Set in the session storage while the one reload that an outdated page is worth has been spent. */
const SPENT = "paintbox.reloaded-for-chunk";
/** Long enough for a lie-fi signal to answer, short enough to be of use. */
const ASK_MS = 10_000;

/** Where a page says which build it is: the hashed address of its first script. */
const ENTRY = /<script[^>]+type="module"[^>]+src="([^"]+)"/;

/** Loads this page again, once, where it would come back as another build; nothing that is typed goes with it. */
export async function reloadIfOutdated(): Promise<void> {
  if (sessionStorage.getItem(SPENT) !== null) return;
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? "";
  if (!(await isOutdated(entry, presentPage))) return;
  sessionStorage.setItem(SPENT, "1");
  await onceAllIsSaved(() => location.reload());
}

/** After a page has stood for a minute, the next one that is outdated may be loaded again. */
export const allowReloadAgain = (): unknown =>
  setTimeout(() => sessionStorage.removeItem(SPENT), 60_000);

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
