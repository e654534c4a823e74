import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** The way into CompanyCam, which project belongs to which address, and which events have been heard (schema.ts). */
export const companyCam: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("companycam_grant")
      .addColumn("client_id", "text", (column) => column.primaryKey())
      .addColumn("seed_hash", "text", (column) => column.notNull())
      .addColumn("sealed", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("lease_holder", "text")
      .addColumn("lease_until", INTEGER)
      .addColumn("updated_at", INTEGER, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("companycam_project")
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("address_key", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("marker", "text", (column) => column.notNull())
      .addColumn("street", "text", (column) => column.notNull())
      .addColumn("city", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("postal_code", "text", (column) => column.notNull())
      .addColumn("standing", "text", (column) => column.notNull())
      .addColumn("project_id", "text")
      .addColumn("message", "text")
      .addColumn("create_tried_at", INTEGER)
      .addColumn("updated_at", INTEGER, (column) => column.notNull())
      .addPrimaryKeyConstraint("companycam_project_pk", ["company_id", "address_key"])
      .execute();
    await db.schema
      .createIndex("companycam_project_by_id")
      .on("companycam_project")
      .columns(["company_id", "project_id"])
      .execute();
    await db.schema
      .createTable("companycam_event")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("heard_at", INTEGER, (column) => column.notNull())
      .execute();
  },
};
