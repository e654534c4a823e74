import { expect, test } from "vitest";
import { keyFileText, parseKeyFile, viewOfKeyFile } from "./key-file.ts";
import { KEPT_AFTER_MS } from "./key-times.ts";
import { firstKeys, rotated } from "./rotation.ts";
import { generateSigningKey, pemOf } from "./signing-key.ts";

const moment = { now: 1000, generate: generateSigningKey };
const first = firstKeys(moment);
const turned = rotated(first, { ...moment, now: 2000 }, { early: true });
if (!turned.ok) throw new Error("an early rotation is not refused");
const keys = turned.value;

test("comes back from its text as it was", () => {
  const parsed = parseKeyFile(keyFileText(keys));
  expect(parsed.ok && keyFileText(parsed.value)).toBe(keyFileText(keys));
  expect(parsed.ok && viewOfKeyFile(parsed.value).published).toEqual(viewOfKeyFile(keys).published);
});

test("keeps no private half of a key that was replaced", () => {
  const body = pemOf(first.current.key).split("\n")[1] ?? "";
  expect(keyFileText(first)).toContain(body);
  expect(keyFileText(keys)).not.toContain(body);
});

test("a server signs with the current key and publishes all, a previous one for its time", () => {
  const { signing, published } = viewOfKeyFile(keys);
  expect(signing).toEqual([{ key: keys.current.key, from: 2000 }]);
  expect(published.map(({ publicJwk, until }) => [publicJwk.kid, until])).toEqual([
    [keys.current.key.publicJwk.kid, null],
    [keys.next.key.publicJwk.kid, null],
    [first.current.key.publicJwk.kid, 2000 + KEPT_AFTER_MS],
  ]);
});

const sound = JSON.parse(keyFileText(keys));
test.each([
  ["torn", keyFileText(keys).slice(0, -20), "torn"],
  ["empty", "", "torn"],
  ["of another version", JSON.stringify({ ...sound, format: 2 }), '"format"'],
  ["without a next key", JSON.stringify({ ...sound, next: undefined }), '"next"'],
  [
    "with a damaged key",
    JSON.stringify({ ...sound, current: { ...sound.current, pem: "secret words" } }),
    '"current"',
  ],
  [
    "with a point off the curve",
    JSON.stringify({ ...sound, previous: [{ x: "AAAA", y: "AAAA", retiredAt: 1 }] }),
    '"previous"',
  ],
  ["with one key twice", JSON.stringify({ ...sound, next: sound.current }), "twice"],
])("%s: refused with a reason that holds nothing of it", (_, text, reason) => {
  const parsed = parseKeyFile(text);
  expect(parsed).toEqual({ ok: false, problem: expect.stringContaining(reason) });
  expect(JSON.stringify(parsed)).not.toMatch(/secret words|PRIVATE/);
});
