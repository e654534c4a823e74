import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { expect, test } from "vitest";
import { audienceOf, rsaPrivateKey, signedAssertion } from "./assertion.ts";

test.each([
  ["https://login.salesforce.com", "https://login.salesforce.com"],
  ["https://test.salesforce.com", "https://test.salesforce.com"],
  ["https://acme.my.salesforce.com", "https://login.salesforce.com"],
  ["https://acme--dev.sandbox.my.salesforce.com", "https://test.salesforce.com"],
  ["https://acme--dev.my.salesforce.com", "https://test.salesforce.com"],
  ["http://127.0.0.1:8081", "http://127.0.0.1:8081"],
])("the audience of %s is %s", (loginUrl, audience) => {
  expect(audienceOf(loginUrl)).toBe(audience);
});

test("is an RS256 JWT of the integration user, good for two minutes", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const jwt = signedAssertion(
    {
      loginUrl: "https://login.salesforce.com",
      clientId: "client",
      username: "user",
      privateKey: rsaPrivateKey(pem),
    },
    1_000_000,
  );
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  expect(json(header)).toMatchObject({ alg: "RS256" });
  expect(json(claims)).toEqual({
    iss: "client",
    sub: "user",
    aud: "https://login.salesforce.com",
    exp: 1120,
  });
  const signed = Buffer.from(`${header}.${claims}`);
  expect(
    verify(
      "RSA-SHA256",
      signed,
      createPublicKey(publicKey.export({ type: "spki", format: "pem" })),
      Buffer.from(signature, "base64url"),
    ),
  ).toBe(true);
});

test("takes no key but RSA", () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  expect(() => rsaPrivateKey(pem)).toThrow(/RSA/);
});
