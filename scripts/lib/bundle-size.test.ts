import { expect, test } from "vitest";
import { type Chunks, initialLoad, lazyLoads } from "./bundle-size.ts";

const chunks: Chunks = {
  "index.html": { file: "main.js", isEntry: true, imports: ["_react.js"], css: ["main.css"] },
  "_react.js": { file: "react.js", imports: ["_tiny.js"] },
  "_tiny.js": { file: "tiny.js" },
  "features/editor.tsx": {
    file: "editor.js",
    isDynamicEntry: true,
    imports: ["index.html", "_keypad.js"],
    css: ["editor.css", "keypad.css"],
  },
  "features/home.tsx": { file: "home.js", isDynamicEntry: true, imports: ["_react.js"] },
  "_keypad.js": { file: "keypad.js", imports: ["_react.js"], css: ["keypad.css"] },
};

const SIZES = new Map([
  ["main.js", 1000],
  ["react.js", 500],
  ["tiny.js", 1],
  ["editor.js", 70],
  ["keypad.js", 30],
  ["home.js", 200],
  ["main.css", 10],
  ["editor.css", 4],
  ["keypad.css", 2],
]);
const sizeOf = (file: string): number => SIZES.get(file) ?? Number.NaN;

test("a first visit loads the entry and what it imports, however deep, once", () => {
  expect(initialLoad(chunks, sizeOf)).toEqual({ name: "initial", scripts: 1501, styles: 10 });
});

test("a lazy part adds only what is not there yet, largest first", () => {
  expect(lazyLoads(chunks, sizeOf)).toEqual([
    { name: "features/home.tsx", scripts: 200, styles: 0 },
    { name: "features/editor.tsx", scripts: 100, styles: 6 },
  ]);
});

test("a build without an entry is no build", () => {
  expect(() => initialLoad({}, sizeOf)).toThrow("no entry");
});
