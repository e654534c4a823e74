import { lazyPart } from "./lazy-part.ts";

/** Why an estimate is looked at and not changed; most are neither accepted nor a painter's. */
export const { Part: LockedBanner } = lazyPart(
  async () => (await import("./why-locked.tsx")).WhyLocked,
);
