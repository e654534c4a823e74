import { onceAllIsSaved } from "./unsaved-lock.ts";

/**
 * Loads this window again when another version of the app has taken over in whichever window it was asked for: the
 * files that this one would still want to load are gone from the tablet. Nothing that is typed goes with it. Call once.
 */
export function reloadTogether(): void {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  // The first worker of all takes over pages that came from the network, and are of its own build.
  let isControlled = serviceWorker.controller !== null;
  let isLeaving = false;
  serviceWorker.addEventListener("controllerchange", () => {
    // A tablet that is cleared loses its worker and gets no other: its last screen stays.
    if (serviceWorker.controller === null) return;
    if (isControlled && !isLeaving) {
      isLeaving = true;
      void onceAllIsSaved(() => location.reload());
    }
    isControlled = true;
  });
}
