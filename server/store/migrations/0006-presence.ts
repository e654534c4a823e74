import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** Who has which estimate open, for the other server processes (schema.ts, `presence`). */
export const presence: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("presence")
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("tab_id", "text", (column) => column.notNull())
      .addColumn("beat", INTEGER, (column) => column.notNull())
      .addColumn("estimate_id", "text")
      .addColumn("expires_at", INTEGER, (column) => column.notNull())
      .addPrimaryKeyConstraint("presence_pk", ["company_id", "user_id", "tab_id"])
      .execute();
  },
};
