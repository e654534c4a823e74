import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";
import { changeSource, type Replacement } from "./source-change.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Lets modules that are loaded from now on be loaded with these changes. The files stay as they are. */
export function loadWith(replacements: readonly Replacement[]): void {
  const byFile = Map.groupBy(replacements, ({ file }) => join(ROOT, file));
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const changes = url.startsWith("file:") ? byFile.get(fileURLToPath(url)) : undefined;
      if (!changes || loaded.source === undefined || loaded.source === null) return loaded;
      const source = changeSource(url, loaded.source.toString(), changes);
      return { ...loaded, source };
    },
  });
}
