/**
 * Who is signed in: a grant per sign-in with its access tokens and its rotating refresh token.
 * Grants are on disk, so a restart of the sandbox signs nobody out.
 */
import { randomBytes } from "node:crypto";
import * as z from "zod/mini";

import { organizationId } from "../org.ts";
import type { DocumentFile } from "../../common/store/document-file.ts";

/** Salesforce's default session: two hours, counted from the last use. */
export const sessionMs = 2 * 60 * 60 * 1000;

const grantKind = "#grant";

const accessSchema = z.object({ token: z.string(), issuedAt: z.number(), usedAt: z.number() });

const grantSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  userId: z.string(),
  scopes: z.readonly(z.array(z.string())),
  access: z.readonly(z.array(accessSchema)),
  refreshToken: z.nullable(z.string()),
  /** Refresh tokens that were already exchanged: using one again betrays a thief. */
  spent: z.readonly(z.array(z.string())),
});

export type Grant = z.infer<typeof grantSchema>;

export type Issued = {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string | null;
};

export type GrantRequest = {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly withRefreshToken: boolean;
};

export class GrantStore {
  readonly #file: DocumentFile;
  readonly #clock: () => Date;
  readonly #grants = new Map<string, Grant>();

  constructor(file: DocumentFile, clock: () => Date) {
    this.#file = file;
    this.#clock = clock;
    for (const [id, body] of file.read(grantKind))
      this.#grants.set(id, grantSchema.parse(JSON.parse(body)));
  }

  issue(request: GrantRequest): Issued {
    this.#forgetExpired();
    const { clientId, userId, scopes, withRefreshToken } = request;
    return this.#mint({
      id: randomToken(),
      clientId,
      userId,
      scopes,
      access: [],
      refreshToken: withRefreshToken ? `5Aep${randomToken()}` : null,
      spent: [],
    });
  }

  /** Exchanges a refresh token for new tokens; a spent one ends the whole grant. */
  refresh(refreshToken: string, clientId: string): Issued | undefined {
    const grant = this.#find(
      (each) => each.refreshToken === refreshToken && each.clientId === clientId,
    );
    if (grant) {
      return this.#mint({
        ...grant,
        refreshToken: `5Aep${randomToken()}`,
        spent: [...grant.spent, refreshToken],
      });
    }
    const betrayed = this.#find((each) => each.spent.includes(refreshToken));
    if (betrayed) this.#remove(betrayed);
    return undefined;
  }

  /** The grant behind a live access token; using it starts its two hours again. */
  findByAccessToken(token: string): Grant | undefined {
    const now = this.#clock().getTime();
    for (const grant of this.#grants.values()) {
      const access = grant.access.find((each) => each.token === token);
      if (!access || access.usedAt + sessionMs <= now) continue;
      // In memory only: a restart may shorten a session, which a client has to bear anyway.
      this.#grants.set(grant.id, replaceAccess(grant, { ...access, usedAt: now }));
      return grant;
    }
    return undefined;
  }

  findByRefreshToken(token: string): Grant | undefined {
    return this.#find((each) => each.refreshToken === token);
  }

  /** Revoking a refresh token ends the grant, an access token only itself. */
  revoke(token: string): boolean {
    const byRefresh = this.findByRefreshToken(token);
    if (byRefresh) {
      this.#remove(byRefresh);
      return true;
    }
    const byAccess = this.#find((each) => each.access.some((access) => access.token === token));
    if (!byAccess) return false;
    this.#save({ ...byAccess, access: byAccess.access.filter((access) => access.token !== token) });
    return true;
  }

  clear(): void {
    for (const grant of this.#grants.values()) this.#remove(grant);
  }

  #mint(grant: Grant): Issued {
    const now = this.#clock().getTime();
    const accessToken = `${organizationId.slice(0, 15)}!${randomToken()}`;
    const minted = {
      ...grant,
      access: [
        ...grant.access.filter((each) => each.usedAt + sessionMs > now),
        { token: accessToken, issuedAt: now, usedAt: now },
      ],
    };
    this.#save(minted);
    return { grant: minted, accessToken, refreshToken: minted.refreshToken };
  }

  #find(test: (grant: Grant) => boolean): Grant | undefined {
    return [...this.#grants.values()].find(test);
  }

  #save(grant: Grant): void {
    this.#grants.set(grant.id, grant);
    this.#file.write([{ kind: grantKind, key: grant.id, body: JSON.stringify(grant) }]);
  }

  #remove(grant: Grant): void {
    this.#grants.delete(grant.id);
    this.#file.write([{ kind: grantKind, key: grant.id, body: null }]);
  }

  #forgetExpired(): void {
    const oldest = this.#clock().getTime() - sessionMs;
    for (const grant of this.#grants.values()) {
      if (grant.refreshToken === null && grant.access.every((access) => access.usedAt < oldest))
        this.#remove(grant);
    }
  }
}

const randomToken = (): string => randomBytes(48).toString("base64url");

function replaceAccess(grant: Grant, access: Grant["access"][number]): Grant {
  return {
    ...grant,
    access: grant.access.map((each) => (each.token === access.token ? access : each)),
  };
}
