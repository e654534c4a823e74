import fc from "fast-check";
import { expect, test } from "vitest";
import { freeName, numberedName } from "./area-names.ts";

test("a second bedroom is Bedroom 2", () => {
  expect(freeName("Bedroom", [])).toBe("Bedroom");
  expect(freeName("Bedroom", ["Kitchen", "bedroom "])).toBe("Bedroom 2");
  expect(freeName("Bedroom", ["Bedroom", "Bedroom 2", "Bedroom 4"])).toBe("Bedroom 3");
});

test("rooms are numbered on, past names that somebody gave by hand", () => {
  const room = (number: number) => `Room ${number}`;
  expect(numberedName(room, 1, [])).toBe("Room 1");
  expect(numberedName(room, 3, ["Kitchen", "Bath", "Room 3"])).toBe("Room 4");
});

test("a name that was made is never taken", () => {
  const names = fc.array(fc.constantFrom("Bath", "Bath 2", "bath 3", "Hall", "Room 1", "Room 2"));
  fc.assert(
    fc.property(names, (taken) => {
      expect(taken).not.toContain(freeName("Bath", taken));
      expect(taken).not.toContain(numberedName((number) => `Room ${number}`, taken.length, taken));
    }),
  );
});
