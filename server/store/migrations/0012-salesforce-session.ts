import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** What server processes share of their one session with Salesforce (schema.ts, `salesforce_session`). */
export const salesforceSession: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("salesforce_session")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("sealed_token", "text")
      .addColumn("holder", "text")
      .addColumn("leased_until", INTEGER, (column) => column.notNull())
      .addColumn("api_used", INTEGER)
      .addColumn("api_allowed", INTEGER)
      .addColumn("api_seen_at", INTEGER, (column) => column.notNull())
      .execute();
  },
};
