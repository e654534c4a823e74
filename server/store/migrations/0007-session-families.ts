import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** Idle sessions ended after this when they were made; from now on they end for good 90 days after they began. */
const LONGEST_MS = 90 * 24 * 60 * 60_000;

/**
 * A session becomes a family of secrets, each of which replaces the one before it (schema.ts, `session_family`). Who is
 * signed in stays so: the secret of an earlier cookie is the first of its family.
 */
export const sessionFamilies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("session_family")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("selector", "text", (column) => column.notNull().unique())
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("device_id", "text")
      .addColumn("device_kind", "text", (column) => column.notNull())
      .addColumn("browser", "text", (column) => column.notNull())
      .addColumn("secret_hash", "text", (column) => column.notNull())
      .addColumn("secret_at", INTEGER, (column) => column.notNull())
      .addColumn("previous_hash", "text")
      .addColumn("successor_salt", "text")
      .addColumn("confirmed_at", INTEGER)
      .addColumn("key_thumbprint", "text")
      .addColumn("created_at", INTEGER, (column) => column.notNull())
      .addColumn("seen_at", INTEGER, (column) => column.notNull())
      .addColumn("ends_at", INTEGER, (column) => column.notNull())
      .addColumn("ended_at", INTEGER)
      .addColumn("ended_why", "text")
      .addColumn("waiting", INTEGER)
      .addColumn("wipe_asked_at", INTEGER)
      .addColumn("wipe_heard_at", INTEGER)
      .addColumn("wipe_sent", INTEGER, (column) => column.notNull().defaultTo(0))
      .addColumn("wiped_at", INTEGER)
      .execute();
    await db.schema
      .createIndex("session_family_by_user")
      .on("session_family")
      .columns(["company_id", "user_id"])
      .execute();
    await db.schema
      .createIndex("session_family_by_device")
      .on("session_family")
      .columns(["device_id"])
      .execute();
    await sql`
      insert into session_family (id, selector, company_id, user_id, device_kind, browser, secret_hash, secret_at,
        confirmed_at, created_at, seen_at, ends_at)
      select substr(id_hash, 1, 20), id_hash, company_id, user_id, 'other', '', id_hash, seen_at, seen_at, created_at, seen_at,
        seen_at + ${sql.lit(LONGEST_MS)}
      from session`.execute(db);
    await db.schema.dropTable("session").execute();
    await db.schema
      .alterTable("user")
      .addColumn("is_active", INTEGER, (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .alterTable("user")
      .addColumn("checked_at", INTEGER, (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable("seen_proof")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("expires_at", INTEGER, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("pairing")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("code_hash", "text", (column) => column.notNull().unique())
      .addColumn("family_id", "text", (column) => column.notNull())
      .addColumn("created_at", INTEGER, (column) => column.notNull())
      .addColumn("expires_at", INTEGER, (column) => column.notNull())
      .addColumn("used_at", INTEGER)
      .execute();
  },
};
