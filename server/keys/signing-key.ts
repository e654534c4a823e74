import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";

/** What anybody may know of a key. ES256, because every verifier that we met takes it. */
export interface PublicJwk {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly use: "sig";
  readonly alg: "ES256";
  readonly kid: string;
}

export interface SigningKey {
  readonly publicJwk: PublicJwk;
  readonly privateKey: KeyObject;
}

/** A new P-256 key. */
export function generateSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, publicJwk: publicJwkOf(createPublicKey(privateKey)) };
}

/** Reads a private key in PEM (PKCS#8 or SEC1); null when it is none, or not of the curve P-256. */
export function signingKeyFromPem(pem: string): SigningKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    if (!isP256(privateKey)) return null;
    return { privateKey, publicJwk: publicJwkOf(createPublicKey(privateKey)) };
  } catch {
    return null;
  }
}

export const pemOf = ({ privateKey }: SigningKey): string =>
  privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** The public key at a point of P-256; null when there is no such point. @param x,y base64url, 32 bytes each. */
export function publicJwkAt(x: string, y: string): PublicJwk | null {
  try {
    return publicJwkOf(createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" }));
  } catch {
    return null;
  }
}

const isP256 = (key: KeyObject): boolean =>
  key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";

function publicJwkOf(key: KeyObject): PublicJwk {
  const { x, y } = key.export({ format: "jwk" });
  if (x === undefined || y === undefined) throw new TypeError("a key of P-256 has x and y");
  return { kty: "EC", crv: "P-256", x, y, use: "sig", alg: "ES256", kid: thumbprint(x, y) };
}

/** RFC 7638: the same on every server, without agreeing on anything; a key never changes its name, and no two share one. */
const thumbprint = (x: string, y: string): string =>
  createHash("sha256")
    .update(JSON.stringify({ crv: "P-256", kty: "EC", x, y }))
    .digest("base64url");
