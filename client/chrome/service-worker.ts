import { useSyncExternalStore } from "react";
import { messageSW, Workbox } from "workbox-window";
import { isShellStatus, type MessageToWorker } from "../../shared/sw-messages.ts";

/**
 * - `none`: this browser, or this page, has no service worker; the app works as long as the tab lives.
 * - `installing`: the shell is being stored.
 * - `ready`: every file of the app is on this tablet.
 * - `update`: so is a newer version, which waits until nobody is in the middle of something.
 */
export type ShellState = "none" | "installing" | "ready" | "update";

/** An installed app on iPad does not look for a new version by itself when it is resumed. */
const UPDATE_CHECK_MS = 30 * 60_000;
/** A browser forgets an installation that lost its connection; this often it is looked after until one has worked. */
const INSTALL_CHECK_MS = 15_000;

let state: ShellState = firstState();
let worker: Workbox | null = null;
let lastCheck = 0;
const listeners = new Set<() => void>();

/** A page that a worker serves has a whole shell, until that worker says otherwise a moment later. */
function firstState(): ShellState {
  if (!("serviceWorker" in navigator)) return "none";
  return navigator.serviceWorker.controller ? "ready" : "installing";
}

function become(next: ShellState): void {
  state = next;
  for (const listener of listeners) listener();
}

/**
 * Asks the active worker, not the one this page began to install: when the sign-in returns, the page before it has
 * started the installation, and Workbox would wait for one of its own for ever.
 */
async function askWhetherComplete(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const question: MessageToWorker = { type: "STATUS" };
  const answer: unknown = active ? await messageSW(active, question) : null;
  if (state !== "update" && isShellStatus(answer)) become(answer.complete ? "ready" : "installing");
}

function checkForUpdate(): void {
  if (document.visibilityState !== "visible" || Date.now() - lastCheck < UPDATE_CHECK_MS) return;
  lastCheck = Date.now();
  // Offline the check fails, as it should; the next return to the app tries again.
  worker?.update().catch(() => undefined);
}

/** Asks for the worker; whether it could be installed shows later, and not always to the page that asked. */
function register(): void {
  worker = new Workbox("/sw.js", { updateViaCache: "none" });
  worker.addEventListener("waiting", () => become("update"));
  worker.addEventListener("activated", () => void askWhetherComplete());
  worker
    .register()
    .then(askWhetherComplete)
    // A TypeError is a script that did not arrive; anything else is a browser that will not have workers.
    .catch((error: unknown) => error instanceof TypeError || become("none"));
}

async function installAgain(): Promise<void> {
  if (state !== "installing" || document.visibilityState !== "visible") return;
  const known = await navigator.serviceWorker.getRegistration();
  if (!(known?.installing ?? known?.waiting ?? known?.active)) register();
}

/** Registers the worker that keeps the app on this tablet, as often as it takes. Call once. */
export function startServiceWorker(): void {
  if (state === "none" || import.meta.env.DEV) return become("none");
  document.addEventListener("visibilitychange", checkForUpdate);
  lastCheck = Date.now();
  register();
  for (const event of ["online", "visibilitychange"])
    addEventListener(event, () => void installAgain());
  setInterval(() => void installAgain(), INSTALL_CHECK_MS);
}

/** Starts the waiting version: the page is loaded once more when it has taken over. Edits are on disk already. */
export function applyUpdate(): void {
  worker?.addEventListener("controlling", () => location.reload());
  worker?.messageSkipWaiting();
}

/**
 * Tells the worker whose photos it keeps; null: nobody's, and those that it has go (docs/decisions/0031). Waits for the worker
 * where it is still being installed, without end where there is none.
 */
export async function tellWhoIsHere(who: string | null): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const message: MessageToWorker = { type: "WHO", who };
  if (active) await messageSW(active, message);
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

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShellState = (): ShellState => useSyncExternalStore(subscribe, () => state);
