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
      if (!changes) return loaded;
      return { ...loaded, source: changeSource(url, textOf(loaded.source), changes) };
    },
  });
}

function textOf(source: string | NodeJS.ArrayBufferView | ArrayBuffer | null | undefined): string {
  if (typeof source === "string") return source;
  if (!source) throw new TypeError("a module without source");
  return new TextDecoder().decode(source);
}
