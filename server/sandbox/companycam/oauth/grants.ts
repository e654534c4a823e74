import { createHash, randomBytes } from "node:crypto";
import type { DocumentFile } from "../../common/store/document-file.ts";

const KIND = "grant";
/** Seconds that an access token lives. */
export const TOKEN_SECONDS = 7200;

type Scope = "read" | "write" | "destroy";
export const allScopes: readonly Scope[] = ["read", "write", "destroy"];

/** What somebody let an app do. Tokens are kept as hashes; of a grant only the newest pair is good. */
export type Grant = {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly accessHash: string;
  readonly refreshHash: string;
  /** Refresh tokens that were good once: used again, they end the grant. */
  readonly usedHashes: readonly string[];
  /** Unix seconds. */
  readonly expiresAt: number;
  readonly isRevoked: boolean;
};

export type TokenPair = { readonly access_token: string; readonly refresh_token: string };

export type TokenCheck =
  | { readonly is: "good"; readonly scopes: readonly string[] }
  | { readonly is: "unknown" | "expired" | "revoked" };

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
const newToken = (): string => randomBytes(32).toString("base64url");

export class GrantStore {
  readonly #file: DocumentFile;
  readonly #now: () => number;
  readonly #grants = new Map<string, Grant>();

  constructor(file: DocumentFile, now: () => number) {
    this.#file = file;
    this.#now = now;
    for (const [key, body] of file.read(KIND)) this.#grants.set(key, JSON.parse(body));
  }

  issue(scopes: readonly string[] = allScopes): TokenPair {
    return this.#renew({
      id: randomBytes(9).toString("base64url"),
      scopes,
      accessHash: "",
      refreshHash: "",
      usedHashes: [],
      expiresAt: 0,
      isRevoked: false,
    });
  }

  /** @returns null for a token that is not the newest of its grant; one that was is the grant's end. */
  refresh(token: string): TokenPair | null {
    const hash = hashOf(token);
    for (const grant of this.#grants.values()) {
      if (grant.isRevoked) continue;
      if (grant.refreshHash === hash) return this.#renew(grant);
      if (grant.usedHashes.includes(hash)) this.#put({ ...grant, isRevoked: true });
    }
    return null;
  }

  check(accessToken: string): TokenCheck {
    const hash = hashOf(accessToken);
    const grant = [...this.#grants.values()].find(({ accessHash }) => accessHash === hash);
    if (!grant) return { is: "unknown" };
    if (grant.isRevoked) return { is: "revoked" };
    return grant.expiresAt <= this.#now()
      ? { is: "expired" }
      : { is: "good", scopes: grant.scopes };
  }

  /** Lets every access token expire now. */
  expireAll(): void {
    for (const grant of this.#grants.values()) this.#put({ ...grant, expiresAt: 0 });
  }

  clear(): void {
    this.#file.write([...this.#grants.keys()].map((key) => ({ kind: KIND, key, body: null })));
    this.#grants.clear();
  }

  #renew(grant: Grant): TokenPair {
    const pair = { access_token: newToken(), refresh_token: newToken() };
    this.#put({
      ...grant,
      accessHash: hashOf(pair.access_token),
      refreshHash: hashOf(pair.refresh_token),
      usedHashes:
        grant.refreshHash === "" ? [] : [...grant.usedHashes.slice(-9), grant.refreshHash],
      expiresAt: this.#now() + TOKEN_SECONDS,
    });
    return pair;
  }

  #put(grant: Grant): void {
    this.#grants.set(grant.id, grant);
    this.#file.write([{ kind: KIND, key: grant.id, body: JSON.stringify(grant) }]);
  }
}
