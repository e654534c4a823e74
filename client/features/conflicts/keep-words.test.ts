import { expect, test } from "vitest";
import { conflicts } from "../../words/conflicts.ts";
import { keepWords } from "./keep-words.ts";
import type { Side } from "./sides.ts";

const side = (keep: Side["keep"], name: string): Side => ({
  keep,
  name,
  at: null,
  json: "1",
  moved: false,
});
const words = (theirs: string, mine: string) => {
  const sides = [side("theirs", theirs), side("mine", mine)] as const;
  return sides.map((one) => keepWords(one, sides, "Erin Vega", conflicts.en));
};

test("one's own value is mine, whichever side it is on", () => {
  expect(words("Sam Lee", "Erin Vega")).toEqual(["Keep Sam Lee’s", "Keep mine"]);
  expect(words("Erin Vega", "Sam Lee")).toEqual(["Keep mine", "Keep Sam Lee’s"]);
});

test("of one person, typed on two tablets, neither is told by the name", () => {
  expect(words("Erin Vega", "Erin Vega")).toEqual(["Keep this one", "Keep this one"]);
});
