import { useSyncExternalStore } from "react";

/** Chromium's event, which TypeScript's DOM library does not know: it is not a standard. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

const isInstallPrompt = (event: Event): event is InstallPromptEvent => "prompt" in event;

/**
 * - `installed`: started from the home screen, nothing to offer.
 * - `prompt`: the browser can install by itself when asked.
 * - `manual`: only a person can, through the browser's share or page menu.
 */
export type InstallOffer = "installed" | "prompt" | "manual";

let kept: InstallPromptEvent | null = null;
let installedNow = false;
const listeners = new Set<() => void>();
const announce = (): void => {
  for (const listener of listeners) listener();
};

const startedFromHomeScreen = (): boolean =>
  matchMedia("(display-mode: standalone), (display-mode: fullscreen)").matches;

/** Keeps the browser's offer for the moment that suits us. Call once, before the first render. */
export function startInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if (isInstallPrompt(event)) kept = event;
    announce();
  });
  addEventListener("appinstalled", () => {
    installedNow = true;
    kept = null;
    announce();
  });
}

function currentOffer(): InstallOffer {
  if (installedNow || startedFromHomeScreen()) return "installed";
  return kept ? "prompt" : "manual";
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useInstallOffer = (): InstallOffer => useSyncExternalStore(subscribe, currentOffer);

/** Shows the browser's own question; it may be asked once for each offer the browser made, or refuse to be. Never throws. */
export async function install(): Promise<void> {
  const event = kept;
  kept = null;
  await event?.prompt().catch(() => undefined);
  announce();
}
