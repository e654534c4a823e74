import { lazyPart } from "../../chrome/lazy-part.ts";
import { afterPaint } from "../../local/after-paint.ts";

/** Filters come when the list stands, and what a text finds: the first screen of a start does not wait for them. */
export const { Part: FilterChips } = lazyPart(
  async () => (await import("./filter-chips.tsx")).FilterChips,
);

const found = lazyPart(async () => (await import("./found-estimates.tsx")).FoundEstimates);
export const FoundEstimates = found.Part;

/** Before the first key, which would wait for it. */
export const loadFound = (): void => void afterPaint().then(found.load);
