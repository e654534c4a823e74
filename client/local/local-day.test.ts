import { expect, test } from "vitest";
import { localDay, untilTomorrow } from "./local-day.ts";

test("a day is the one on the wall, whatever it is in UTC", () => {
  expect(localDay(new Date(2026, 10, 26, 0, 0))).toBe("2026-11-26");
  expect(localDay(new Date(2026, 10, 26, 23, 59))).toBe("2026-11-26");
  expect(localDay(new Date(2026, 0, 5, 12))).toBe("2026-01-05");
});

test("tomorrow begins at midnight, and is never now", () => {
  expect(untilTomorrow(new Date(2026, 10, 26, 23, 59, 59, 999))).toBe(1);
  expect(localDay(new Date(Date.now() + untilTomorrow(new Date())))).not.toBe(localDay(new Date()));
  const midnight = new Date(2026, 10, 26);
  expect(untilTomorrow(midnight)).toBeGreaterThan(22 * 3_600_000);
});
