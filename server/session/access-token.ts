import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import * as z from "zod/mini";
import type { Clock } from "../clock.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";
import { type Family, findFamilyById } from "./families.ts";
import type { Signer } from "./signer.ts";

/** Access tokens for other programs of a person, in the shape of RFC 9068 (docs/access.md). */

const TOKEN_TYPE = "at+jwt";
/** Long enough for a script, too short to be worth stealing. */
export const ACCESS_TOKEN_MS = 10 * 60_000;

const claimsSchema = z.object({ sub: z.string(), sid: z.string() });

export interface AccessTokenParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly publicUrl: string;
}

/** @returns null when the server has no key just now. */
export async function issueAccessToken(
  { signer, publicUrl }: Pick<AccessTokenParts, "signer" | "publicUrl">,
  family: Family,
): Promise<string | null> {
  const claims = {
    iss: publicUrl,
    aud: publicUrl,
    sub: family.user_id,
    client_id: family.id,
    sid: family.id,
    jti: randomUUID(),
    org: family.company_id,
    role: family.role,
  };
  const signed = await signer.sign(claims, { typ: TOKEN_TYPE, ttlMs: ACCESS_TOKEN_MS });
  return signed.ok ? signed.token : null;
}

/** The token of a request's `Authorization: Bearer`, or null. */
export function bearerOf(c: Context): string | null {
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return token ?? null;
}

/** The interface for programs. Devices are signed out and wiped, and tablets synchronised, by people at a browser only. */
const isForPrograms = (path: string): boolean =>
  path.startsWith("/api/v1/") && !path.startsWith("/api/v1/devices");

/**
 * Who a token speaks for, or null. It is worth nothing beyond its session: whoever is signed out remotely, or deactivated,
 * takes their programs along, and a role counts as it is now.
 */
export async function acceptAccessToken(
  { store, clock, signer, publicUrl }: AccessTokenParts,
  path: string,
  token: string,
): Promise<Identity | null> {
  if (!isForPrograms(path)) return null;
  const expected = { typ: TOKEN_TYPE, audience: publicUrl, issuer: publicUrl };
  const verified = await signer.verify(token, expected);
  const claims = z.safeParse(claimsSchema, verified.ok ? verified.claims : null);
  if (!claims.success) return null;
  const family = await findFamilyById(store.db, claims.data.sid, clock.now());
  if (family === null || family.user_id !== claims.data.sub || family.wipe_asked_at !== null)
    return null;
  return {
    companyId: family.company_id,
    companyName: family.companyName,
    userId: family.user_id,
    userName: family.userName,
    role: family.role,
  };
}
