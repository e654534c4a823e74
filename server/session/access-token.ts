import type { Context } from "hono";
import * as z from "zod/mini";
import type { Clock } from "../clock.ts";
import type { Identity } from "../identity.ts";
import type { Store } from "../store/store.ts";
import type { Family } from "./families.ts";
import { findFamilyById } from "./families.ts";
import type { Signer } from "./signer.ts";

/** Access tokens for other programs of a person, in the shape of RFC 9068 (docs/access.md). */

const TOKEN_TYPE = "at+jwt";
/** Long enough for a script, too short to be worth stealing. */
export const ACCESS_TOKEN_SECONDS = 10 * 60;

const claimsSchema = z.object({ aud: z.string(), sub: z.string(), sid: z.string() });

export interface AccessTokenParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly publicUrl: string;
}

/** @returns null when the server has no key just now. */
export const issueAccessToken = (
  { signer, publicUrl }: Pick<AccessTokenParts, "signer" | "publicUrl">,
  family: Family,
): Promise<string | null> =>
  signer.sign(
    {
      aud: publicUrl,
      sub: family.user_id,
      client_id: family.id,
      sid: family.id,
      org: family.company_id,
      role: family.role,
    },
    { typ: TOKEN_TYPE, ttlSeconds: ACCESS_TOKEN_SECONDS },
  );

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
  const claims = z.safeParse(claimsSchema, await signer.verify(token, { typ: TOKEN_TYPE }));
  if (!claims.success || claims.data.aud !== publicUrl) return null;
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
