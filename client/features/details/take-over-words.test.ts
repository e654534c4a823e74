import { expect, test } from "vitest";
import { takeOver } from "../../words/take-over.ts";
import { takeOverWords } from "./take-over-words.ts";

const w = takeOver.en;

test("whose it is, what stays, and who will see it", () => {
  expect(takeOverWords("Erin Vega", 0, w)).toEqual([
    w.takeOverMine("Erin Vega"),
    w.takeOverKept("Erin Vega"),
    w.takeOverTold("Erin Vega"),
  ]);
});

test("their edits that wait on this very tablet are counted", () => {
  expect(takeOverWords("Erin Vega", 3, w)).toContain(w.takeOverWaiting(3, "Erin Vega"));
});

test("nobody is told of what was nobody's", () => {
  expect(takeOverWords("", 0, w)).toEqual([w.takeOverNobodys]);
});
