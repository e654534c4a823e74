import { expect, test } from "vitest";
import { pairingCodeOf, readPairingCode, shownPairingCode } from "./pairing.ts";

const random = Uint8Array.from({ length: 26 }, (_, index) => index * 9);

test("a code is shown in groups, and read however it is typed", () => {
  const code = pairingCodeOf(random);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  const shown = shownPairingCode(code);
  expect(shown.split(" ").map(({ length }) => length)).toEqual([5, 5, 5, 5, 6]);
  for (const typed of [code, shown, shown.toLowerCase(), shown.replaceAll(" ", "-")])
    expect(readPairingCode(typed)).toBe(code);
});

test("letters that are taken for figures are figures", () => {
  const code = pairingCodeOf(new Uint8Array(26));
  expect(readPairingCode("O".repeat(26))).toBe(code);
  expect(readPairingCode("il".repeat(13))).toBe("1".repeat(26));
});

test.each(["", "A", "A".repeat(27), "U".repeat(26), `${"A".repeat(25)}!`])(
  "%s is no code",
  (text) => expect(readPairingCode(text)).toBeNull(),
);
