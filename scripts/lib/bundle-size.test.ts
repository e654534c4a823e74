import { expect, test } from "vitest";
import { type Chunks, initialLoad, lazyLoads, workerLoads } from "./bundle-size.ts";

const chunks: Chunks = {
  "index.html": { file: "assets/main.js", imports: ["_react.js"], css: ["main.css"] },
  "_react.js": { file: "assets/react.js", imports: ["_tiny.js"] },
  "_tiny.js": { file: "assets/tiny.js" },
  "features/editor.tsx": {
    file: "assets/editor.js",
    isDynamicEntry: true,
    imports: ["index.html", "_keypad.js"],
    css: ["editor.css", "keypad.css"],
  },
  "features/home.tsx": { file: "assets/home.js", isDynamicEntry: true, imports: ["_react.js"] },
  "_keypad.js": { file: "assets/keypad.js", imports: ["_react.js"], css: ["keypad.css"] },
};

const SIZES = new Map([
  ["assets/main.js", 1000],
  ["assets/react.js", 500],
  ["assets/tiny.js", 1],
  ["assets/editor.js", 70],
  ["assets/keypad.js", 30],
  ["assets/home.js", 200],
  ["main.css", 10],
  ["editor.css", 4],
  ["keypad.css", 2],
]);
const sizeOf = (file: string): number => SIZES.get(file) ?? Number.NaN;

const html = `<script type="module" crossorigin src="/assets/main.js"></script>`;

test("a first visit loads the entry and what it imports, however deep, once", () => {
  expect(initialLoad(chunks, html, sizeOf)).toEqual({ name: "initial", scripts: 1501, styles: 10 });
});

test("a lazy part adds only what is not there yet, largest first", () => {
  expect(lazyLoads(chunks, html, sizeOf)).toEqual([
    { name: "features/home.tsx", scripts: 200, styles: 0 },
    { name: "features/editor.tsx", scripts: 100, styles: 6 },
  ]);
});

test("the scripts of workers are those that no page has", () => {
  const files = ["index.html", "assets/main.js", "assets/worker.js", "assets/tiny.js", "main.css"];
  expect(workerLoads(chunks, files, () => 5)).toEqual([
    { name: "assets/worker.js", scripts: 5, styles: 0 },
  ]);
});

test("a page without a script of the build is no page of it", () => {
  expect(() => initialLoad({}, html, sizeOf)).toThrow("no script");
});
