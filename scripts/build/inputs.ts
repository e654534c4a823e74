import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const INPUTS = [
  "{client,server,shared,sw}/**/*",
  "scripts/build.ts",
  "scripts/build/**/*.ts",
  "vite.config.ts",
  "tsconfig.base.json",
  "package-lock.json",
];

/** A fingerprint of everything a build reads. Equal fingerprints, equal builds. */
export function inputsHash(root: string): string {
  const hash = createHash("sha256");
  const files = INPUTS.flatMap((pattern) =>
    globSync(pattern, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile()),
  )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.(test\.tsx?|md)$/.test(file))
    .toSorted();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
