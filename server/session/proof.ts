import * as z from "zod/mini";

/**
 * The proof that a request comes from the tablet itself: a token in the shape of RFC 9449 (DPoP), signed with a key that
 * its browser does not give away, for one method and address, once.
 */

const PROOF_TYPE = "dpop+jwt";
/** How far a tablet's clock may be off; further, it is told the time and makes another proof. */
export const PROOF_TOLERANCE_MS = 2 * 60_000;
const MAX_CHARACTERS = 2_000;

/** Strict: a key with its private part in it is nobody's secret. */
const keySchema = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string().check(z.regex(/^[\w-]{43}$/)),
  y: z.string().check(z.regex(/^[\w-]{43}$/)),
});

const claimsSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().check(z.regex(/^[\w-]{16,64}$/)),
  /** The session it is made for; a tablet that has not been told yet leaves it out. */
  sid: z.optional(z.string()),
});

export interface Proof {
  /** RFC 7638 thumbprint of the key that made it. */
  readonly thumbprint: string;
  /** Its own name; it is accepted once. */
  readonly id: string;
  readonly sessionId: string | null;
  /** Unix milliseconds, by the tablet's clock. */
  readonly madeAt: number;
}

export interface ProofTarget {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
}

/** Checks shape, signature, method and address of a proof; its time and whether it was seen before are the caller's. */
export async function readProof(
  text: string | undefined,
  { method, url }: ProofTarget,
): Promise<Proof | null> {
  if (text === undefined || text.length > MAX_CHARACTERS) return null;
  const { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } =
    await import("jose");
  try {
    const header = decodeProtectedHeader(text);
    const key = z.safeParse(keySchema, header.jwk);
    if (header.typ !== PROOF_TYPE || !key.success) return null;
    const { payload } = await compactVerify(text, await importJWK(key.data, "ES256"), {
      algorithms: ["ES256"],
    });
    const claims = z.safeParse(claimsSchema, JSON.parse(new TextDecoder().decode(payload)));
    if (!claims.success || claims.data.htm !== method || claims.data.htu !== url) return null;
    return {
      thumbprint: await calculateJwkThumbprint(key.data),
      id: claims.data.jti,
      sessionId: claims.data.sid ?? null,
      madeAt: claims.data.iat * 1000,
    };
  } catch {
    // Damaged, or made by somebody who cannot sign.
    return null;
  }
}
