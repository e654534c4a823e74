import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GATHER_MS, gatheredOutput } from "./gathered-output.ts";

let written: string[];
beforeEach(() => {
  vi.useFakeTimers();
  written = [];
});
afterEach(() => vi.useRealTimers());

const gathering = () => gatheredOutput({ write: (lines) => written.push(lines) });

test("lines of one moment go out together and in their order, those of the next after them", () => {
  const output = gathering();
  output.write("one\n");
  output.write("two\n");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(GATHER_MS);
  output.write("three\n");
  vi.advanceTimersByTime(GATHER_MS);
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});

test("what has gathered can be handed on at once, and goes out once", () => {
  const output = gathering();
  output.write("last\n");
  output.flush();
  output.flush();
  vi.advanceTimersByTime(GATHER_MS);
  expect(written).toEqual(["last\n"]);
});
