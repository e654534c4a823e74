import { createPrivateKey, type KeyObject, sign } from "node:crypto";

/** How long an assertion is good for. Salesforce accepts about three minutes; clocks may be a minute apart. */
const LIFETIME_SECONDS = 120;

export interface AssertionIssuer {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly privateKey: KeyObject;
}

/** Reads a PEM private key. @throws when it is not an RSA key: Salesforce assertions are RS256 only. */
export function rsaPrivateKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "rsa")
    throw new TypeError("Salesforce takes RS256 assertions only: the private key must be RSA");
  return key;
}

/**
 * The audience Salesforce expects: its authorization server, not the host we call. My Domain hosts belong
 * to login.salesforce.com, those of sandboxes to test.salesforce.com; any other host (an Experience Cloud
 * site, a local sandbox) is its own authorization server.
 */
export function audienceOf(loginUrl: string): string {
  const { hostname, origin } = new URL(loginUrl);
  if (hostname === "login.salesforce.com" || hostname === "test.salesforce.com") return origin;
  if (hostname.endsWith(".sandbox.my.salesforce.com")) return "https://test.salesforce.com";
  if (hostname.endsWith(".my.salesforce.com"))
    return hostname.includes("--") ? "https://test.salesforce.com" : "https://login.salesforce.com";
  return origin;
}

const encoded = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

/** A signed JWT bearer assertion (RFC 7523) for the integration user. `now` in milliseconds. */
export function signedAssertion(issuer: AssertionIssuer, now: number): string {
  const header = encoded({ alg: "RS256", typ: "JWT" });
  const claims = encoded({
    iss: issuer.clientId,
    sub: issuer.username,
    aud: audienceOf(issuer.loginUrl),
    exp: Math.floor(now / 1000) + LIFETIME_SECONDS,
  });
  const signature = sign("RSA-SHA256", Buffer.from(`${header}.${claims}`), issuer.privateKey);
  return `${header}.${claims}.${signature.toString("base64url")}`;
}
