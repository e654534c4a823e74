import { expect, test } from "vitest";
import { fromTraceparent, toTraceparent } from "./trace-context.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

test("a span's context survives the header", () => {
  const header = `00-${TRACE}-${SPAN}-01`;
  const context = fromTraceparent(header);
  expect(context).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
  expect(context && toTraceparent(context)).toBe(header);
});

test.each([
  undefined,
  "",
  "junk",
  `01-${TRACE}-${SPAN}-01`,
  `00-${"0".repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${"0".repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01-more`,
])("%s is none", (header) => {
  expect(fromTraceparent(header)).toBeUndefined();
});
