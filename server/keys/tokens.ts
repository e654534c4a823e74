import { errors, jwtVerify, type JWTPayload, SignJWT } from "jose";
import { CLOCK_SKEW_MS } from "./key-times.ts";
import type { PublicJwk, SigningKey } from "./signing-key.ts";

/** The part that needs jose, loaded with the first token. */

const ALGORITHM = "ES256";

export type Claims = JWTPayload;

export interface TokenTimes {
  /** Unix milliseconds. */
  readonly now: number;
  readonly ttlMs: number;
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

export const signToken = (
  { privateKey, publicJwk }: SigningKey,
  claims: Claims,
  { typ, now, ttlMs }: TokenTimes & { readonly typ: string },
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: publicJwk.kid, typ })
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now + ttlMs))
    .sign(privateKey);

/** What a token must say besides having a good signature of ours. */
export interface Expected {
  /** The header's `typ`: a token of one kind is not taken for another. */
  readonly typ: string;
  readonly issuer?: string;
  readonly audience?: string;
}

export type TokenProblem =
  | "malformed"
  | "unknown_key"
  | "bad_signature"
  | "expired"
  /** Another `typ`, issuer or audience, or not valid yet. */
  | "wrong_claim";

export type Verified =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly error: { readonly code: TokenProblem } };

/**
 * @param keyOf finds a published key.
 * @param now Unix milliseconds.
 */
export async function verifyToken(
  token: string,
  expected: Expected,
  { keyOf, now }: { readonly keyOf: (kid: string) => PublicJwk | undefined; readonly now: number },
): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keyOf(kid);
        if (key === undefined) throw new errors.JWKSNoMatchingKey();
        return { ...key };
      },
      {
        ...expected,
        algorithms: [ALGORITHM],
        requiredClaims: ["iat", "exp"],
        currentDate: new Date(now),
        clockTolerance: seconds(CLOCK_SKEW_MS),
      },
    );
    return { ok: true, claims: payload };
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    return { ok: false, error: { code: problems[error.code] ?? "malformed" } };
  }
}

const problems: Readonly<Partial<Record<string, TokenProblem>>> = {
  [errors.JWKSNoMatchingKey.code]: "unknown_key",
  [errors.JWSSignatureVerificationFailed.code]: "bad_signature",
  [errors.JWTExpired.code]: "expired",
  [errors.JWTClaimValidationFailed.code]: "wrong_claim",
};
