import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** Who did what to others' things, and unsent work of tablets that were wiped (schema.ts, `audit` and `escrow`). */
export const auditAndEscrow: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("audit")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("at", INTEGER, (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("audit_by_company")
      .on("audit")
      .columns(["company_id", "at"])
      .execute();
    await db.schema
      .createTable("escrow")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("family_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("edits", INTEGER, (column) => column.notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("created_at", INTEGER, (column) => column.notNull())
      .execute();
    await db.schema.createIndex("escrow_by_family").on("escrow").columns(["family_id"]).execute();
  },
};
