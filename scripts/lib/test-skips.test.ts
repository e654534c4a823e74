import { expect, test } from "vitest";
import { skipsIn } from "./test-skips.ts";

test("what was left out is told with its reason, wherever it stands", () => {
  const ran = { title: "Chromium", tests: [{ status: "expected", annotations: [] }] };
  const why = { type: "skip", description: "Firefox is not installed" };
  const left = { title: "Firefox: a journey", tests: [{ status: "skipped", annotations: [why] }] };
  const bare = { title: "WebKit: a journey", tests: [{ status: "skipped", annotations: [] }] };
  expect(skipsIn({ suites: [{ specs: [ran], suites: [{ specs: [left, bare] }] }] })).toEqual([
    "Firefox is not installed: Firefox: a journey",
    "No reason given: WebKit: a journey",
  ]);
  expect(skipsIn({ testResults: [] })).toEqual([]);
});
