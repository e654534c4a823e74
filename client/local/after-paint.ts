/** So long at the most: a screen that is never idle still opens the next one quickly. */
const IDLE_WITHIN_MS = 1000;
/** A page that nobody sees is not painted, and what waits for it does not wait for that. */
const UNSEEN_MS = 500;

/**
 * Resolves when what has just been drawn is on the glass. For code and records that the drawing does not need: to ask
 * for thirty files in the middle of it keeps a slow tablet from showing it for a quarter of a second.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const unseen = setTimeout(resolve, UNSEEN_MS);
    // A timer that is set in a frame comes after that frame.
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      setTimeout(resolve);
    });
  });

/** Resolves when nobody is waiting for anything; where a browser cannot tell, soon. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    // WebKit has none.
    if ("requestIdleCallback" in globalThis)
      requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS });
    else setTimeout(resolve, 50);
  });
