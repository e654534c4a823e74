import { lazyPart } from "../../chrome/lazy-part.ts";

/** The line that is worked on, in place of an area. */
export const { Part: ItemPane } = lazyPart(
  async () => (await import("./item-detail.tsx")).ItemDetail,
);
