import { expect, test } from "vitest";
import { serialToIso } from "./serial-date.ts";

// Worked out by LibreOffice 7.4 and by Microsoft's page on the two date systems.
test.each([
  ["1", false, "1900-01-01"],
  ["59", false, "1900-02-28"],
  ["61", false, "1900-03-01"],
  ["36526", false, "2000-01-01"],
  ["45350", false, "2024-02-28"],
  ["45351", false, "2024-02-29"],
  ["2958465", false, "9999-12-31"],
  ["0", true, "1904-01-01"],
  ["35064", true, "2000-01-01"],
  ["36526.5", false, "2000-01-01T12:00:00"],
  ["36526.604166666664", false, "2000-01-01T14:30:00"],
  ["36526.99999999", false, "2000-01-02"],
])("serial %s (from 1904: %s) is %s", (serial, dates1904, iso) => {
  expect(serialToIso(serial, dates1904)).toBe(iso);
});

test.each(["0", "0.5", "60", "60.25", "-1", "2958466", "", "x", "1e999"])(
  "serial %j is no day",
  (serial) => {
    expect(serialToIso(serial, false)).toBeUndefined();
  },
);
