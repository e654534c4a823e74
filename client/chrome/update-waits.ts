/**
 * Whether a newer worker waits behind the one that serves. The very first worker of a tablet waits too, until it takes over
 * by itself: for longer than Workbox gives it where the machine is busy, and in Firefox on any day.
 */
export const updateWaits = (
  known: Pick<ServiceWorkerRegistration, "active" | "waiting"> | undefined,
): boolean => Boolean(known?.active && known.waiting);
