import { basename, dirname, join } from "node:path";

/**
 * Where the built client lies, seen from the folder of the server's entry: beside the bundle in `dist/`,
 * or in `dist/` beside the sources.
 */
export const clientDirectory = (entryFolder: string): string =>
  basename(dirname(entryFolder)) === "dist"
    ? join(entryFolder, "../client")
    : join(entryFolder, "../dist/client");
