import { createHash, randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { type Session, sessionSchema } from "../../shared/sync/wire.ts";
import type { Store } from "../store/store.ts";
import { SESSION_LIFETIME_MS } from "./cookies.ts";

/** A session in use is prolonged once a day, not with every request: reading stays free of writes. */
const PROLONG_AFTER_MS = 24 * 60 * 60_000;

export interface FoundSession {
  readonly session: Session;
  /** Whether the expiry was just moved, so that the browser's cookie should be as well. */
  readonly prolonged: boolean;
}

/** Only the hash is stored: whoever reads the database cannot use what they find. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Starts a session of a signed-in person. @returns the secret for the cookie: 256 random bits. */
export async function startSession(store: Store, person: Session, now: number): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await store.write(async (tx) => {
    const { userId: id, companyId: company_id, userName: name, email, role } = person;
    await tx
      .insertInto("user")
      .values({ id, company_id, name, email, role })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ company_id, name, email, role }),
      )
      .execute();
    await tx.deleteFrom("session").where("expires_at", "<=", now).execute();
    await tx
      .insertInto("session")
      .values({
        id_hash: hashOf(secret),
        user_id: id,
        company_id,
        created_at: now,
        seen_at: now,
        expires_at: now + SESSION_LIFETIME_MS,
      })
      .execute();
  });
  return secret;
}

/** The living session of a cookie's secret, or null. Prolongs it when it was last seen long ago. */
export async function findSession(
  store: Store,
  secret: string,
  now: number,
): Promise<FoundSession | null> {
  const idHash = hashOf(secret);
  const row = await store.db
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.user_id")
    .innerJoin("company", "company.id", "session.company_id")
    .where("session.id_hash", "=", idHash)
    .where("session.expires_at", ">", now)
    .select([
      "session.seen_at as seenAt",
      "company.id as companyId",
      "company.name as companyName",
      "user.id as userId",
      "user.name as userName",
      "user.email",
      "user.role",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { seenAt, ...person } = row;
  const session = z.parse(sessionSchema, person);
  const prolonged = now - seenAt >= PROLONG_AFTER_MS;
  if (prolonged) await prolong(store, idHash, now);
  return { session, prolonged };
}

const prolong = (store: Store, idHash: string, now: number): Promise<unknown> =>
  store.write((tx) =>
    tx
      .updateTable("session")
      .set({ seen_at: now, expires_at: now + SESSION_LIFETIME_MS })
      .where("id_hash", "=", idHash)
      .execute(),
  );

/** Ends a session for good; nothing on the tablet is touched by that. */
export async function endSession(store: Store, secret: string): Promise<void> {
  await store.write((tx) =>
    tx.deleteFrom("session").where("id_hash", "=", hashOf(secret)).execute(),
  );
}

/** The role somebody had at their last sign-in, or null at the first. */
export async function lastRole(store: Store, userId: string): Promise<Session["role"] | null> {
  const row = await store.db
    .selectFrom("user")
    .select("role")
    .where("id", "=", userId)
    .executeTakeFirst();
  const role = z.safeParse(sessionSchema.shape.role, row?.role);
  return role.success ? role.data : null;
}
