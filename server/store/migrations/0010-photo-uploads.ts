import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** Photos on their way to CompanyCam, with their bytes until they have arrived (schema.ts). */
export const photoUploads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("photo_upload")
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("content_type", "text", (column) => column.notNull())
      .addColumn("bytes", INTEGER, (column) => column.notNull())
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("md5", "text", (column) => column.notNull())
      .addColumn("captured_at", INTEGER, (column) => column.notNull())
      .addColumn("description", "text")
      .addColumn("token", "text", (column) => column.notNull().unique())
      .addColumn("expires_at", INTEGER, (column) => column.notNull())
      .addColumn("announced_at", INTEGER)
      .addColumn("photo_id", "text")
      .addColumn("message", "text")
      .addColumn("created_at", INTEGER, (column) => column.notNull())
      .addColumn("updated_at", INTEGER, (column) => column.notNull())
      .addPrimaryKeyConstraint("photo_upload_pk", ["company_id", "id"])
      .execute();
    await db.schema
      .createIndex("photo_upload_by_state")
      .on("photo_upload")
      .columns(["state", "updated_at"])
      .execute();
    await db.schema
      .createTable("photo_chunk")
      .addColumn("company_id", "text", (column) => column.notNull())
      .addColumn("upload_id", "text", (column) => column.notNull())
      .addColumn("number", INTEGER, (column) => column.notNull())
      .addColumn("data", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("photo_chunk_pk", ["company_id", "upload_id", "number"])
      .execute();
  },
};
