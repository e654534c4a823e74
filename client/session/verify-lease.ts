import * as z from "zod/mini";
import { LEASE_TYPE, type LeaseClaims, leaseClaimsSchema } from "../../shared/session/lease.ts";

const headerSchema = z.object({
  alg: z.literal("ES256"),
  typ: z.literal(LEASE_TYPE),
  kid: z.string(),
});
const keySchema = z.object({
  kid: z.string(),
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
});
const jwksSchema = z.object({ keys: z.array(z.unknown()) });

/** Which of the server's keys has signed a lease; null for what is none. */
export const keyIdOf = (lease: string): string | null =>
  z.safeParse(headerSchema, decoded(lease.split(".")[0])).data?.kid ?? null;

/** Whether a published set has a key of this name. */
export const hasKey = (jwks: unknown, kid: string): boolean => findKey(jwks, kid) !== null;

/** The claims of a lease that one of the server's keys has signed, or null; whose it is and until when, the caller looks at. */
export async function verifyLease(lease: string, jwks: unknown): Promise<LeaseClaims | null> {
  const [head = "", body = "", signature = "", more] = lease.split(".");
  const kid = keyIdOf(lease);
  const jwk = kid === null ? null : findKey(jwks, kid);
  if (jwk === null || more !== undefined) return null;
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("jwk", { ...jwk }, algorithm, false, ["verify"]);
    const isSigned = await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      bytesOf(signature),
      new TextEncoder().encode(`${head}.${body}`),
    );
    return isSigned ? (z.safeParse(leaseClaimsSchema, decoded(body)).data ?? null) : null;
  } catch {
    return null;
  }
}

function findKey(jwks: unknown, kid: string): z.infer<typeof keySchema> | null {
  const { keys = [] } = z.safeParse(jwksSchema, jwks).data ?? {};
  // A published set may hold keys of other kinds.
  for (const key of keys) {
    const read = z.safeParse(keySchema, key);
    if (read.success && read.data.kid === kid) return read.data;
  }
  return null;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytesOf(part ?? "")));
  } catch {
    return null;
  }
}
