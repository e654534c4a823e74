import { expect, test } from "vitest";
import type { KeyFile } from "./key-file.ts";
import { KEPT_AFTER_MS, LONGEST_TOKEN_MS, PUBLISHED_AHEAD_MS } from "./key-times.ts";
import { firstKeys, maySignFrom, revoked, rotated } from "./rotation.ts";
import { generateSigningKey } from "./signing-key.ts";

const at = (now: number) => ({ now, generate: generateSigningKey });
const NOW = 1_800_000_000_000;

const kidsOf = (keys: KeyFile) => ({
  current: keys.current.key.publicJwk.kid,
  next: keys.next.key.publicJwk.kid,
  previous: keys.previous.map(({ publicJwk }) => publicJwk.kid),
});

function rotatedAt(keys: KeyFile, now: number): KeyFile {
  const result = rotated(keys, at(now));
  if (!result.ok) throw new Error("too early");
  return result.value;
}

test("the next key signs, the current one stays published, a new one stands ready", () => {
  const before = firstKeys(at(NOW));
  const later = maySignFrom(before);
  const after = rotatedAt(before, later);
  expect(kidsOf(after)).toMatchObject({
    current: kidsOf(before).next,
    previous: [kidsOf(before).current],
  });
  expect(after.current).toMatchObject({ publishedAt: NOW, signsSince: later });
  expect(after.next.publishedAt).toBe(later);
  expect(new Set(Object.values(kidsOf(after)).flat()).size).toBe(3);
});

test("a key that verifiers may not know yet does not sign, unless it must", () => {
  const keys = firstKeys(at(NOW));
  const until = NOW + PUBLISHED_AHEAD_MS;
  expect(rotated(keys, at(until - 1))).toEqual({
    ok: false,
    error: { code: "too_early", until },
  });
  expect(rotated(keys, at(until)).ok).toBe(true);
  expect(rotated(keys, at(NOW), { early: true }).ok).toBe(true);
});

test("several previous keys stay, each as long as a token of it may live", () => {
  let keys = firstKeys(at(NOW));
  const step = LONGEST_TOKEN_MS / 4;
  for (let turn = 1; turn <= 12; turn += 1) keys = rotatedAt(keys, NOW + turn * step);
  const last = NOW + 12 * step;
  expect(keys.previous).toHaveLength(5);
  expect(keys.previous.every(({ retiredAt }) => last < retiredAt + KEPT_AFTER_MS)).toBe(true);
});

test("a revoked key is gone at once; the next one takes over from the current one", () => {
  const first = firstKeys(at(NOW));
  const keys = rotatedAt(first, NOW + PUBLISHED_AHEAD_MS);
  const { current, next, previous } = kidsOf(keys);
  const without = (kid: string) => {
    const result = revoked(keys, kid, at(NOW));
    return result.ok ? { was: result.was, ...kidsOf(result.value) } : result;
  };
  expect(without(current)).toMatchObject({ was: "current", current: next, previous });
  expect(without(next)).toMatchObject({ was: "next", current, previous });
  expect(without(next)).not.toMatchObject({ next });
  expect(without(previous[0] ?? "")).toEqual({ was: "previous", current, next, previous: [] });
  expect(without("nobody")).toEqual({ ok: false, error: { code: "unknown_kid" } });
});
