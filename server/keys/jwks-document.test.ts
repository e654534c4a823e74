import { expect, test } from "vitest";
import { jwksDocument } from "./jwks-document.ts";
import { generateSigningKey } from "./signing-key.ts";

const one = generateSigningKey();
const other = generateSigningKey();

test("the same keys are the same bytes, in whatever order they come", () => {
  const there = jwksDocument([one.publicJwk, other.publicJwk]);
  const back = jwksDocument([other.publicJwk, one.publicJwk]);
  expect(there.body.equals(back.body)).toBe(true);
  expect(there.hash).toBe(back.hash);
  expect(jwksDocument([one.publicJwk]).hash).not.toBe(there.hash);
  expect(JSON.parse(there.body.toString()).keys).toHaveLength(2);
});

test.each(["d", "p", "q", "dp", "dq", "qi", "k", "oth"])(
  "a member %s keeps the whole set from being made, without being repeated",
  (member) => {
    const leaking = { ...one.publicJwk, [member]: "a-private-half" };
    expect(() => jwksDocument([other.publicJwk, leaking])).toThrow(`"${member}"`);
    expect(() => jwksDocument([other.publicJwk, leaking])).not.toThrow("a-private-half");
  },
);
