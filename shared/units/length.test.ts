import fc from "fast-check";
import { expect, test } from "vitest";
import { echoLength, lengthDoubt, parseLength, printLength, TICKS_PER_FOOT } from "./length.ts";

const ticksOf = (feet: number, inches = 0) => feet * TICKS_PER_FOOT + inches * 16;

test.each([
  [`12'6"`, ticksOf(12, 6)],
  [`12' 6"`, ticksOf(12, 6)],
  [`12'6`, ticksOf(12, 6)],
  ["12 6", ticksOf(12, 6)],
  ["12-6 1/2", ticksOf(12, 6.5)],
  ["12 6-1/2", ticksOf(12, 6.5)],
  [`12'-6"`, ticksOf(12, 6)],
  ["12.5", ticksOf(12, 6)],
  ["12,5", ticksOf(12, 6)],
  ["150in", ticksOf(12, 6)],
  [`150"`, ticksOf(12, 6)],
  ["12ft 6in", ticksOf(12, 6)],
  ["12ft6", ticksOf(12, 6)],
  ["12 feet 6 inches", ticksOf(12, 6)],
  ["12 pies 6 pulgadas", ticksOf(12, 6)],
  [`6"`, ticksOf(0, 6)],
  [`6 1/2"`, ticksOf(0, 6.5)],
  ["12½", ticksOf(12, 6)],
  ["12'6½", ticksOf(12, 6.5)],
  ["12'6⅛", ticksOf(12, 6.125)],
  ["12’6”", ticksOf(12, 6)],
  ["12′6″", ticksOf(12, 6)],
  ["12'6''", ticksOf(12, 6)],
  ["12'6+4+3'2", ticksOf(19, 8)],
  [" 12'6 + 4 ", ticksOf(16, 6)],
  // 3.8 m is 149.606 in: 149 5/8 to the nearest sixteenth (149.625).
  ["3.8m", ticksOf(0, 149.625)],
  ["380cm", ticksOf(0, 149.625)],
  ["3800 mm", ticksOf(0, 149.625)],
  ["0", 0],
])("%s is read", (typed, ticks) => {
  expect(parseLength(typed)).toEqual({ ok: true, ticks });
});

test.each([
  ["12'", ticksOf(12)],
  ["12-", ticksOf(12)],
  ["12'6+", ticksOf(12, 6)],
])("half-typed %s is read as far as it goes", (typed, ticks) => {
  expect(parseLength(typed)).toEqual({ ok: true, ticks });
});

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["abc", "not_a_length"],
  ["-5", "not_a_length"],
  ["1/0", "not_a_length"],
  ["12'6'3", "not_a_length"],
  ["12 60", "too_many_inches"],
  [`12'12"`, "too_many_inches"],
  ["1001", "too_long"],
  ["9".repeat(40), "too_long"],
  ["1+".repeat(100), "not_a_length"],
])("%s is refused", (typed, code) => {
  expect(parseLength(typed)).toEqual({ ok: false, error: { code } });
});

test("what is printed is read back to the same ticks", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 * TICKS_PER_FOOT }), (ticks) => {
      expect(parseLength(printLength(ticks))).toEqual({ ok: true, ticks });
    }),
  );
});

test("a running sum is the sum of its walls", () => {
  const walls = fc.array(fc.integer({ min: 0, max: 50 * TICKS_PER_FOOT }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(walls, (lengths) => {
      const typed = lengths.map(printLength).join("+");
      const ticks = lengths.reduce((sum, length) => sum + length, 0);
      expect(parseLength(typed)).toEqual({ ok: true, ticks });
    }),
  );
});

test("no text makes it throw, or gives ticks that are not whole", () => {
  const marks = fc.string({ unit: fc.constantFrom(...Array.from("0123456789 '\"-+./,½mcft")) });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), marks), (typed) => {
      const parsed = parseLength(typed);
      if (parsed.ok) expect(Number.isSafeInteger(parsed.ticks) && parsed.ticks >= 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("prints as a tape reads", () => {
  expect(printLength(ticksOf(12, 6))).toBe(`12'6"`);
  expect(printLength(ticksOf(12, 6.5))).toBe(`12'6 1/2"`);
  expect(printLength(ticksOf(12, 0.0625))).toBe(`12'1/16"`);
  expect(printLength(ticksOf(12))).toBe("12'");
  expect(printLength(ticksOf(0, 6))).toBe(`6"`);
});

test("echoes 12'6\" as 12 ft 6 in = 12.5 ft", () => {
  expect(echoLength(ticksOf(12, 6))).toEqual({
    feet: 12,
    inches: 6,
    fraction: null,
    decimalFeet: "12.5",
    decimalIsExact: true,
  });
  expect(echoLength(ticksOf(12, 4.25))).toMatchObject({
    fraction: { top: 1, bottom: 4 },
    decimalFeet: "12.35",
    decimalIsExact: false,
  });
});

test("doubts a room of 126 ft and a height over 20 ft", () => {
  expect(lengthDoubt(ticksOf(126), "span")).toBe("missing_mark");
  expect(lengthDoubt(ticksOf(100), "span")).toBeNull();
  expect(lengthDoubt(ticksOf(21), "height")).toBe("very_high");
  expect(lengthDoubt(ticksOf(21), "span")).toBeNull();
  expect(lengthDoubt(ticksOf(96), "height")).toBe("very_high");
});
