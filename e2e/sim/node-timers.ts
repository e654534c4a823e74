/** Node's own, kept before `take-over.ts` replaces the global ones. */
export const nodeTimers = {
  setImmediate: globalThis.setImmediate,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
};
