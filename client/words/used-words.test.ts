import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { en } from "./en.ts";

const client = join(import.meta.dirname, "..");

/** What people read; the dictionaries, the gallery and the tests only mention it. */
function isScreenCode(file: Dirent): boolean {
  const [room] = relative(client, file.parentPath).split(/[\\/]/);
  return (
    room !== "words" &&
    room !== "gallery" &&
    /\.tsx?$/.test(file.name) &&
    !/\.test\./.test(file.name)
  );
}

const sources = readdirSync(client, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && isScreenCode(entry))
  .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));

test("every sentence is on some screen", () => {
  const read = new Set(sources.flatMap((source) => source.match(/(?<=\b(?:t|words)\.)\w+/g) ?? []));
  expect(Object.keys(en).filter((key) => !read.has(key))).toEqual([]);
});
