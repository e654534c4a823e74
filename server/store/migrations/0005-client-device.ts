import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which device a tablet's database lived on, so that a device whose browser removed it can be told (docs/sync.md). */
export const clientDevice: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("client").addColumn("device_id", "text").execute();
    await db.schema
      .createIndex("client_by_device")
      .on("client")
      .columns(["device_id", "user_id"])
      .execute();
  },
};
