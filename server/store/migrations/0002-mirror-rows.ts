import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What Salesforce last said of each mirrored row (schema.ts, `mirror_row`). */
export const mirrorRows: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("mirror_row")
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("object", "text", (column) => column.notNull())
      .addColumn("salesforce_id", "text", (column) => column.notNull())
      .addColumn("record_id", "text", (column) => column.notNull())
      .addColumn("fields", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("mirror_row_pk", ["company_id", "object", "salesforce_id"])
      .execute();
  },
};
