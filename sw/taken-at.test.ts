import { expect, test } from "vitest";
import { takenAt } from "./taken-at.ts";
import { jpegTaken } from "./testing/jpeg-taken.ts";

test("a camera that names its zone is believed to the second, whichever end is first", () => {
  const moment = Date.UTC(2026, 10, 27, 22, 15, 30);
  for (const isLittle of [true, false]) {
    const bytes = jpegTaken("2026:11:27 15:15:30", "-07:00", isLittle);
    expect(takenAt(bytes)).toBe(moment);
  }
});

test("without a zone it is this tablet's", () => {
  const here = new Date(2026, 10, 27, 15, 15, 30).getTime();
  expect(takenAt(jpegTaken("2026:11:27 15:15:30", "", true))).toBe(here);
});

test("what says nothing sensible says nothing, wherever it ends", () => {
  expect(takenAt(jpegTaken("0000:00:00 00:00:00", "", true))).toBeNull();
  expect(takenAt(jpegTaken("    :  :     :  :  ", "", true))).toBeNull();
  expect(takenAt(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 0, 0]).buffer)).toBeNull();
  const whole = jpegTaken("2026:11:27 15:15:30", "-07:00", true);
  for (let length = 0; length < 60; length += 1) expect(takenAt(whole.slice(0, length))).toBeNull();
});
