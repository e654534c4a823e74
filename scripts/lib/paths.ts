import { join, resolve } from "node:path";

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, "../..");
/** Where a build ends up. */
export const DIST = join(ROOT, "dist");
