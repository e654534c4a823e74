import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { gatheredOutput } from "./gathered-output.ts";

const written: string[] = [];
const output = gatheredOutput({ write: (lines) => written.push(lines) });

test("lines of one turn go out together and in their order, those of the next after them", async () => {
  output.write("one\n");
  output.write("two\n");
  expect(written).toEqual([]);
  await setImmediate();
  output.write("three\n");
  await setImmediate();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});

test("what has gathered can be handed on at once, and goes out once", async () => {
  written.length = 0;
  output.write("last\n");
  output.flush();
  output.flush();
  await setImmediate();
  expect(written).toEqual(["last\n"]);
});
