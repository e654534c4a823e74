import { exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from "jose";
import type { Clock } from "../../clock.ts";
import type { Signer } from "../signer.ts";

export interface TestSigner extends Signer {
  /** As `/.well-known/jwks.json` publishes it. */
  readonly jwks: { readonly keys: readonly JWK[] };
}

/** A server's keys, reduced to one pair. */
export async function createTestSigner(clock: Clock, kid = "test-key"): Promise<TestSigner> {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: "ES256", use: "sig" }] },
    sign: async (claims, { typ, ttlMs }) => {
      const now = Math.floor(clock.now() / 1000);
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "ES256", typ, kid })
        .setIssuedAt(now)
        .setExpirationTime(now + Math.floor(ttlMs / 1000))
        .sign(privateKey);
      return { ok: true, token };
    },
    verify: async (token, expected) => {
      try {
        const options = { ...expected, algorithms: ["ES256"], currentDate: new Date(clock.now()) };
        return { ok: true, claims: (await jwtVerify(token, publicKey, options)).payload };
      } catch {
        return { ok: false };
      }
    },
  };
}
