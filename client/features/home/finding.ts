import { lazyPart } from "../../chrome/lazy-part.ts";
import { afterPaint } from "../../local/after-paint.ts";

/** Searching comes when the list stands: the first screen of a start does not wait for it. */
export const { Part: Finder } = lazyPart(async () => (await import("./finder.tsx")).Finder);

const found = lazyPart(async () => (await import("./found-estimates.tsx")).FoundEstimates);
export const FoundEstimates = found.Part;

/** Before the first key, which would wait for it. */
export const loadFound = (): void => void afterPaint().then(found.load);
