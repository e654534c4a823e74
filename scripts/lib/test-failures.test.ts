import { expect, test } from "vitest";
import { failuresIn } from "./test-failures.ts";

test("a failed journey is told with its place and why", () => {
  const passed = { title: "well", line: 3, tests: [{ results: [{ errors: [] }] }] };
  const failed = {
    title: "an estimate",
    line: 13,
    tests: [{ results: [{ errors: [{ message: "\u001b[31mconnection refused\u001b[39m" }] }] }],
  };
  const inner = { file: "journey.test.ts", specs: [failed] };
  const report = { suites: [{ file: "journey.test.ts", specs: [passed], suites: [inner] }] };
  expect(failuresIn(report)).toEqual(["journey.test.ts:13 › an estimate\n    connection refused"]);
});

test("so is a failed unit test, and a file that does not load", () => {
  const report = {
    testResults: [
      {
        name: "a.test.ts",
        message: "",
        assertionResults: [
          { fullName: "adds", status: "failed", failureMessages: ["expected 3 to be 4"] },
          { fullName: "subtracts", status: "passed", failureMessages: [] },
        ],
      },
      { name: "b.test.ts", message: "Cannot find module", assertionResults: [] },
    ],
  };
  expect(failuresIn(report)).toEqual([
    "a.test.ts › adds\n    expected 3 to be 4",
    "b.test.ts\n    Cannot find module",
  ]);
});

test("a long message is cut, and what is no report tells nothing", () => {
  const message = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const long = { testResults: [{ name: "c.test.ts", message, assertionResults: [] }] };
  expect(failuresIn(long)[0]?.split("\n")).toHaveLength(13);
  expect(failuresIn({ errors: [] })).toEqual([]);
});
