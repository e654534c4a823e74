import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** What Salesforce did not take, for a person to settle (schema.ts, `task`). */
export const tasks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("task")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("estimate_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("details", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("created_at", INTEGER, (column) => column.notNull())
      .addColumn("settled_at", INTEGER)
      .addColumn("settled_by", "text")
      .execute();
    await db.schema
      .createIndex("task_open")
      .on("task")
      .columns(["company_id", "state", "estimate_id"])
      .execute();
  },
};
