import { lazyPart } from "../../chrome/lazy-part.ts";

/** Searching comes when the list stands: the first screen of a start does not wait for it. */
export const { Part: Finder } = lazyPart(async () => (await import("./finder.tsx")).Finder);
export const { Part: FoundEstimates } = lazyPart(
  async () => (await import("./found-estimates.tsx")).FoundEstimates,
);
