import { expect, test } from "vitest";
import { isCalendarDay } from "./calendar-day.ts";

test.each(["2026-11-26", "2028-02-29", "0999-12-31"])("%s is a day", (text) =>
  expect(isCalendarDay(text)).toBe(true),
);

test.each(["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-11-26T00:00:00Z", "26-11-2026"])(
  "%j is not",
  (text) => expect(isCalendarDay(text)).toBe(false),
);
