import { expect, test } from "vitest";
import { SignJWT } from "jose";
import { createKeyRing } from "./key-ring.ts";
import { CLOCK_SKEW_MS, LONGEST_TOKEN_MS } from "./key-times.ts";
import { generateSigningKey, type SigningKey } from "./signing-key.ts";

const [old, fresh, stranger] = [generateSigningKey(), generateSigningKey(), generateSigningKey()];
const NOW = 1_800_000_000_000;
const TTL = { typ: "lease+jwt", ttlMs: 60_000 };

function ringAt(start = NOW) {
  const time = { now: start };
  const ring = createKeyRing({ clock: { now: () => time.now } });
  return { ring, time };
}
const published = (...keys: SigningKey[]) =>
  keys.map(({ publicJwk }) => ({ publicJwk, until: null }));

async function signed(ring: ReturnType<typeof createKeyRing>, options = TTL): Promise<string> {
  const result = await ring.sign({ sub: "maria", aud: "tablet" }, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.token;
}
const kidIn = (token: string): string =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;

test("without keys nothing is signed, published or believed", async () => {
  const { ring } = ringAt();
  expect(ring.jwks()).toBeNull();
  expect(ring.signer()).toBeNull();
  expect(await ring.sign({}, TTL)).toEqual({ ok: false, error: { code: "no_keys" } });
  const other = ringAt().ring;
  other.take({ signing: [{ key: old, from: 0 }], published: published(old) });
  const token = await signed(other);
  expect(await ring.verify(token, TTL)).toEqual({ ok: false, error: { code: "unknown_key" } });
});

test("what it signed it verifies, and says why not", async () => {
  const { ring, time } = ringAt();
  ring.take({ signing: [{ key: old, from: 0 }], published: published(old) });
  const token = await signed(ring);
  const claims = { sub: "maria", aud: "tablet", iat: NOW / 1000, exp: NOW / 1000 + 60 };
  expect(await ring.verify(token, { typ: TTL.typ, audience: "tablet" })).toEqual({
    ok: true,
    claims,
  });
  const problem = async (text: string, expected: object = {}) => {
    const result = await ring.verify(text, { typ: TTL.typ, ...expected });
    return result.ok ? "none" : result.error.code;
  };
  expect(await problem(token, { typ: "access+jwt" })).toBe("wrong_claim");
  expect(await problem(token, { audience: "server" })).toBe("wrong_claim");
  expect(await problem(token, { issuer: "us" })).toBe("wrong_claim");
  expect(await problem(`${token.slice(0, -4)}AAAA`)).toBe("bad_signature");
  expect(await problem("not.a.token")).toBe("malformed");
  expect(await problem("")).toBe("malformed");
  const [, payload] = token.split(".");
  const none = Buffer.from(JSON.stringify({ alg: "none", kid: old.publicJwk.kid }));
  expect(await problem(`${none.toString("base64url")}.${payload}.`)).toBe("malformed");
  time.now = NOW + TTL.ttlMs + CLOCK_SKEW_MS + 1000;
  expect(await problem(token)).toBe("expired");
});

test("a token by our name without an end is not believed", async () => {
  const { ring } = ringAt();
  ring.take({ signing: [{ key: old, from: 0 }], published: published(old) });
  const endless = await new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: old.publicJwk.kid, typ: TTL.typ })
    .setIssuedAt(NOW / 1000)
    .sign(old.privateKey);
  expect((await ring.verify(endless, TTL)).ok).toBe(false);
  const forged = await new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: old.publicJwk.kid, typ: TTL.typ })
    .setIssuedAt(NOW / 1000)
    .setExpirationTime(NOW / 1000 + 60)
    .sign(stranger.privateKey);
  expect(await ring.verify(forged, TTL)).toMatchObject({ error: { code: "bad_signature" } });
});

test("a key signs from its turn on, and the one before it until then", async () => {
  const { ring, time } = ringAt();
  const signing = [
    { key: old, from: 0 },
    { key: fresh, from: NOW + 1000 },
  ] as const;
  ring.take({ signing, published: published(old, fresh) });
  const early = await signed(ring);
  expect(kidIn(early)).toBe(old.publicJwk.kid);
  time.now = NOW + 1000;
  expect(kidIn(await signed(ring))).toBe(fresh.publicJwk.kid);
  expect((await ring.verify(early, TTL)).ok).toBe(true);
});

test("a previous key is published and believed until its time is over", async () => {
  const { ring, time } = ringAt();
  ring.take({ signing: [{ key: old, from: 0 }], published: published(old) });
  const token = await signed(ring, { ...TTL, ttlMs: LONGEST_TOKEN_MS });
  const view = {
    signing: [{ key: fresh, from: 0 }],
    published: [...published(fresh), { publicJwk: old.publicJwk, until: NOW + 10_000 }],
  } as const;
  ring.take(view);
  const both = ring.jwks();
  expect((await ring.verify(token, TTL)).ok).toBe(true);
  ring.take(view);
  expect(ring.jwks()).toBe(both);
  time.now = NOW + 10_000;
  ring.take(view);
  expect(ring.jwks()?.body.toString()).not.toContain(old.publicJwk.kid);
  expect(await ring.verify(token, TTL)).toMatchObject({ error: { code: "unknown_key" } });
});

test("no token outlives its key", async () => {
  const { ring } = ringAt();
  await expect(ring.sign({}, { ...TTL, ttlMs: LONGEST_TOKEN_MS + 1 })).rejects.toThrow(RangeError);
});
