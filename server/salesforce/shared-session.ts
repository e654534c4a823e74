import { createHash, randomUUID } from "node:crypto";
import type { Store } from "../store/store.ts";
import type { SeenUsage } from "./api-budget.ts";
import type { AssertionIssuer } from "./assertion.ts";
import { createTokenSeal } from "./sealed-token.ts";
import type { Token } from "./token-source.ts";

/**
 * What server processes on one database share of the integration user's session: the token, so that a refused one is
 * replaced by one request of one process, and what Salesforce said of the day's calls.
 */
export interface SharedSession {
  /** The token the others have; null when there is none, or none but the one that was refused. */
  token(refused: string | null): Promise<Token | null>;
  /** Whether this process asks for a new one; if not, another one does just now. */
  takeLease(): Promise<boolean>;
  /** Gives the new token to the others, or null when there was none to be had, and ends the lease. */
  endLease(token: Token | null): Promise<void>;
  /** Tells the others what we have heard of the day's calls. @returns the latest word of all. */
  shareUsage(seen: SeenUsage | null): Promise<SeenUsage | null>;
}

/** A token request takes ten seconds at the most; a process that died with the lease is followed after this. */
const LEASE_MS = 15_000;

const sessionId = ({ loginUrl, clientId, username }: AssertionIssuer): string =>
  createHash("sha256").update([loginUrl, clientId, username].join("\n")).digest("base64url");

export function createSharedSession(
  store: Store,
  issuer: AssertionIssuer,
  clock: { now(): number },
): SharedSession {
  const id = sessionId(issuer);
  const seal = createTokenSeal(issuer.privateKey, id);
  const holder = randomUUID();

  return {
    async token(refused) {
      const row = await store.db
        .selectFrom("salesforce_session")
        .select("sealed_token")
        .where("id", "=", id)
        .executeTakeFirst();
      const token = row?.sealed_token ? seal.open(row.sealed_token) : null;
      return token && token.accessToken !== refused ? token : null;
    },
    takeLease: () =>
      store.write(async (tx) => {
        const now = clock.now();
        await tx
          .insertInto("salesforce_session")
          .values({
            id,
            sealed_token: null,
            holder: null,
            leased_until: 0,
            api_used: null,
            api_allowed: null,
            api_seen_at: 0,
          })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
        const taken = await tx
          .updateTable("salesforce_session")
          .set({ holder, leased_until: now + LEASE_MS })
          .where("id", "=", id)
          .where("leased_until", "<=", now)
          .executeTakeFirst();
        return Number(taken.numUpdatedRows) === 1;
      }),
    endLease: (token) =>
      store.write(async (tx) => {
        await tx
          .updateTable("salesforce_session")
          .set({
            holder: null,
            leased_until: 0,
            ...(token && { sealed_token: seal.seal(token) }),
          })
          .where("id", "=", id)
          .where("holder", "=", holder)
          .execute();
      }),
    shareUsage: (seen) =>
      store.write(async (tx) => {
        if (seen)
          await tx
            .updateTable("salesforce_session")
            .set({ api_used: seen.used, api_allowed: seen.allowed, api_seen_at: seen.at })
            .where("id", "=", id)
            .where("api_seen_at", "<", seen.at)
            .execute();
        const row = await tx
          .selectFrom("salesforce_session")
          .select(["api_used as used", "api_allowed as allowed", "api_seen_at as at"])
          .where("id", "=", id)
          .executeTakeFirst();
        if (!row || row.used === null || row.allowed === null) return null;
        return { used: row.used, allowed: row.allowed, at: row.at };
      }),
  };
}
