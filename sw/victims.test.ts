import { expect, test } from "vitest";
import { type Entry, entryKey } from "./ledger.ts";
import { chooseVictims } from "./victims.ts";

const entry = (url: string, bytes: number, usedAt: number): Entry => ({
  key: entryKey("images", url),
  area: "images",
  url,
  bytes,
  usedAt,
});
const entries = [entry("new", 40, 3), entry("oldest", 30, 1), entry("older", 20, 2)];
const urls = (victims: readonly Entry[]): readonly string[] => victims.map(({ url }) => url);

test("nothing has to go while there is room to the last byte", () =>
  expect(chooseVictims(entries, 10, 100)).toEqual([]));

test("what was used longest ago goes first, and no more than needed", () => {
  expect(urls(chooseVictims(entries, 11, 100))).toEqual(["oldest"]);
  expect(urls(chooseVictims(entries, 41, 100))).toEqual(["oldest", "older"]);
});

test("what can never fit takes everything", () =>
  expect(chooseVictims(entries, 101, 100)).toHaveLength(3));
