import { expect, test } from "vitest";
import { conflicts } from "../../words/conflicts.ts";
import { chosenWords } from "./chosen-words.ts";

const { en } = conflicts;
const width = { field: "width", theirsName: "Sam Lee", authorName: "Erin Vega" } as const;

test("whose value was kept", () => {
  expect(chosenWords({ ...width, resolution: "mine" }, false, en)).toBe("Kept Erin Vega’s.");
  expect(chosenWords({ ...width, resolution: "theirs" }, false, en)).toBe("Kept Sam Lee’s.");
  expect(chosenWords({ ...width, resolution: "other" }, false, en)).toBe(
    "Another value was typed.",
  );
});

test("nobody is named who is not known, or is both", () => {
  const unknown = { ...width, theirsName: "", resolution: "theirs" } as const;
  expect(chosenWords(unknown, false, en)).toBe("Kept what stood.");
  const both = { ...width, theirsName: "Erin Vega", resolution: "theirs" } as const;
  expect(chosenWords(both, false, en)).toBe("Kept what stood.");
});

test("a record that was removed by one and changed by the other", () => {
  const whole = { ...width, field: "*" };
  expect(chosenWords({ ...whole, resolution: "mine" }, false, en)).toBe("Brought back.");
  expect(chosenWords({ ...whole, resolution: "theirs" }, false, en)).toBe("Left removed.");
  expect(chosenWords({ ...whole, resolution: "mine" }, true, en)).toBe("Removed.");
  expect(chosenWords({ ...whole, resolution: "theirs" }, true, en)).toBe("Kept.");
});
