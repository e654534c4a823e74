import { LEASE_TYPE, type LeaseClaims } from "../../shared/session/lease.ts";
import type { Family } from "./families.ts";
import type { Signer } from "./signer.ts";

const DAY_MS = 24 * 60 * 60_000;

/**
 * The lease of a tablet, from now on. It never outlives the session: a person who has to sign in again is told by the
 * lease's end, not by surprise.
 *
 * @returns null without a key of the tablet or of the server.
 */
export async function issueLease(
  signer: Signer,
  family: Family,
  { now, leaseDays }: { readonly now: number; readonly leaseDays: number },
): Promise<string | null> {
  if (family.key_thumbprint === null) return null;
  const ttlMs = Math.min(leaseDays * DAY_MS, family.ends_at - now);
  const claims: Omit<LeaseClaims, "iat" | "exp"> = {
    sub: family.user_id,
    org: family.company_id,
    role: family.role,
    cnf: { jkt: family.key_thumbprint },
  };
  const signed = await signer.sign(claims, { typ: LEASE_TYPE, ttlMs });
  return signed.ok ? signed.token : null;
}
