import { messageSW, Workbox } from "workbox-window";
import { isShellStatus, type MessageToWorker } from "../../shared/sw-messages.ts";
import { reloadIfOutdated } from "./outdated.ts";
import { becomeShell, shellState } from "./shell-state.ts";
import { onceAllIsSaved } from "./unsaved-lock.ts";
import { updateWaits } from "./update-waits.ts";

/** An installed app on iPad does not look for a new version by itself when it is resumed; a tab may stand for days. */
const CHECK_EVERY_MS = 60 * 60_000;
/** Focus, visibility and the page's return come together. */
const CHECKS_APART_MS = 30_000;
/** A browser forgets an installation that lost its connection; this often it is looked after until one has worked. */
const INSTALL_CHECK_MS = 15_000;
/** A network that accepts and does not answer keeps no worker away. */
const VERSION_PATIENCE_MS = 3_000;
/** As long as anybody waits for a button; what is not on the disk by then is not for want of time. */
const UNSAVED_PATIENCE_MS = 3_000;
/** A worker that may take over does so within a tenth of this. */
const PARKED_AFTER_MS = 2_000;

let worker: Workbox | null = null;
let lastCheck = 0;

/**
 * Asks the active worker, not the one this page began to install: when the sign-in returns, the page before it has
 * started the installation, and Workbox would wait for one of its own for ever.
 */
async function askWhetherComplete(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const question: MessageToWorker = { type: "STATUS" };
  const answer: unknown = active ? await messageSW(active, question) : null;
  if (shellState() !== "update" && isShellStatus(answer))
    becomeShell(answer.complete ? "ready" : "installing");
  // Another version took over after this page had been fetched, before it could listen for that.
  if (navigator.serviceWorker.controller) await reloadIfOutdated();
}

async function noticeUpdate(): Promise<void> {
  if (updateWaits(await navigator.serviceWorker.getRegistration())) becomeShell("update");
}

/** Whether the operator takes the worker away. Without an answer of our own server it stays. */
async function isToGo(): Promise<boolean> {
  try {
    const answer = await fetch("/api/version", {
      signal: AbortSignal.timeout(VERSION_PATIENCE_MS),
    });
    const version: unknown = answer.ok ? await answer.json() : null;
    return (
      typeof version === "object" &&
      version !== null &&
      "killSw" in version &&
      version.killSw === true
    );
  } catch {
    return false;
  }
}

async function goIfAsked(): Promise<boolean> {
  if (!(await isToGo())) return false;
  await forgetShell();
  worker = null;
  becomeShell("none");
  return true;
}

async function checkForUpdate(): Promise<void> {
  if (document.visibilityState !== "visible" || Date.now() - lastCheck < CHECKS_APART_MS) return;
  lastCheck = Date.now();
  if (await goIfAsked()) return;
  // Offline the check fails, as it should; the next return to the app tries again.
  worker?.update().catch(() => undefined);
}

/** Asks for the worker; whether it could be installed shows later, and not always to the page that asked. */
function register(): void {
  worker = new Workbox("/sw.js", { updateViaCache: "none" });
  worker.addEventListener("waiting", () => void noticeUpdate());
  worker.addEventListener("activated", () => void askWhetherComplete());
  worker
    .register()
    .then(askWhetherComplete)
    // A TypeError is a script that did not arrive; anything else is a browser that will not have workers.
    .catch((error: unknown) => error instanceof TypeError || becomeShell("none"));
}

async function installAgain(): Promise<void> {
  if (shellState() !== "installing" || document.visibilityState !== "visible") return;
  const known = await navigator.serviceWorker.getRegistration();
  if (!(known?.installing ?? known?.waiting ?? known?.active)) register();
}

/** Registers the worker that keeps the app on this tablet, as often as it takes. Call once, when a screen stands. */
export async function startServiceWorker(): Promise<void> {
  if (shellState() === "none") return;
  lastCheck = Date.now();
  if (await goIfAsked()) return;
  register();
  document.addEventListener("visibilitychange", () => void checkForUpdate());
  for (const event of ["pageshow", "focus"]) addEventListener(event, () => void checkForUpdate());
  setInterval(() => void checkForUpdate(), CHECK_EVERY_MS);
  for (const event of ["online", "visibilitychange"])
    addEventListener(event, () => void installAgain());
  setInterval(() => void installAgain(), INSTALL_CHECK_MS);
}

/**
 * Starts the waiting version once everything that is typed in any window is on the disk; every window is loaded again
 * when it has taken over (reload-together.ts).
 *
 * @returns false when some window shows a text that cannot be saved: nothing was done.
 */
export const applyUpdate = (): Promise<boolean> =>
  onceAllIsSaved(takeOver, { patience: UNSAVED_PATIENCE_MS });

/**
 * A request at the wrong moment wakes the worker that is leaving, and Chromium then forgets that another is to take
 * over, until minutes later or until a page is loaded.
 */
function takeOver(): void {
  const parked = setTimeout(() => void onceAllIsSaved(() => location.reload()), PARKED_AFTER_MS);
  navigator.serviceWorker.addEventListener("controllerchange", () => clearTimeout(parked), {
    once: true,
  });
  worker?.messageSkipWaiting();
}

/** Empties the worker's caches and takes it away: nothing of the app stays on this tablet. Never throws. */
export async function forgetShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const known = await navigator.serviceWorker.getRegistration();
    const question: MessageToWorker = { type: "FORGET" };
    if (known?.active) await messageSW(known.active, question);
    await known?.unregister();
  } catch {
    // The answer that ends a wipe asks the browser for the same.
  }
}
