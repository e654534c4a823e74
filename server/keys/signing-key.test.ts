import { generateKeyPairSync } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { expect, test } from "vitest";
import { generateSigningKey, pemOf, publicJwkAt, signingKeyFromPem } from "./signing-key.ts";

test("a key's name is its RFC 7638 thumbprint, as jose works it out", async () => {
  const { publicJwk } = generateSigningKey();
  const { kid, ...jwk } = publicJwk;
  expect(kid).toBe(await calculateJwkThumbprint(jwk, "sha256"));
});

test("the same key comes back from its PEM and from its point", () => {
  const key = generateSigningKey();
  expect(signingKeyFromPem(pemOf(key))?.publicJwk).toEqual(key.publicJwk);
  expect(publicJwkAt(key.publicJwk.x, key.publicJwk.y)).toEqual(key.publicJwk);
});

test("what is not a private P-256 key is none", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pems = [
    rsa.privateKey.export({ type: "pkcs8", format: "pem" }),
    p384.privateKey.export({ type: "pkcs8", format: "pem" }),
    p256.publicKey.export({ type: "spki", format: "pem" }),
    "",
    "garbage",
  ];
  expect(pems.map((pem) => signingKeyFromPem(pem.toString()))).toEqual(pems.map(() => null));
  expect(publicJwkAt("AAAA", "AAAA")).toBeNull();
});
