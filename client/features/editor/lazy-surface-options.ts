import { lazyPart } from "../../chrome/lazy-part.ts";

/** The panel behind a surface's arrow. */
export const { Part: SurfaceOptions, load: loadSurfaceOptions } = lazyPart(
  async () => (await import("./surface-options.tsx")).SurfaceOptions,
);
