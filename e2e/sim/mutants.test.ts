import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { seenAt } from "./mutants-seen-at.ts";
import { changeSource } from "./source-change.ts";

const ROOT = join(import.meta.dirname, "../..");

test.each(mutants)("the code still has what this mutant changes: $name", ({ replacements }) => {
  const byFile = Map.groupBy(replacements, ({ file }) => file);
  for (const [file, changes] of byFile) {
    const source = readFileSync(join(ROOT, file), "utf8");
    expect(changeSource(file, source, changes)).not.toBe(source);
  }
});

test("every seed that is kept is one of a mutant that there is", () => {
  const names = new Set(mutants.map(({ name }) => name));
  expect([...seenAt.keys()].filter((name) => !names.has(name))).toEqual([]);
});

test("a text that is gone, or is there twice, is an error", () => {
  const change = (from: string) =>
    changeSource("x.ts", "a = b; c = b;", [{ file: "", from, to: "" }]);
  expect(() => change("d")).toThrow("exactly once");
  expect(() => change("b")).toThrow("exactly once");
  expect(change("a = b; ")).toBe("c = b;");
});
