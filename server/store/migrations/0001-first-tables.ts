import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** The tables as they are explained in schema.ts. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await people(db);
    await sync(db);
    await jobs(db);
  },
};

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("company")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("user")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("session")
    .addColumn("id_hash", "text", (column) => column.primaryKey().notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("created_at", INTEGER, (column) => column.notNull())
    .addColumn("seen_at", INTEGER, (column) => column.notNull())
    .addColumn("expires_at", INTEGER, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("sign_in")
    .addColumn("state", "text", (column) => column.primaryKey().notNull())
    .addColumn("nonce", "text", (column) => column.notNull())
    .addColumn("code_verifier", "text", (column) => column.notNull())
    .addColumn("return_to", "text", (column) => column.notNull())
    .addColumn("created_at", INTEGER, (column) => column.notNull())
    .execute();
}

async function sync(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("client")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("last_seq", INTEGER, (column) => column.notNull())
    .addColumn("last_mutation_id", "text")
    .addColumn("schema", INTEGER, (column) => column.notNull())
    .addColumn("build", "text", (column) => column.notNull())
    .addColumn("seen_at", INTEGER, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("mutation")
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("client_id", "text", (column) => column.notNull())
    .addColumn("seq", INTEGER, (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("version", INTEGER, (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("at_client", "text", (column) => column.notNull())
    .addColumn("at_server", INTEGER, (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("rev", INTEGER)
    .addPrimaryKeyConstraint("mutation_pk", ["company_id", "id"])
    .addUniqueConstraint("mutation_client_seq", ["client_id", "seq"])
    .execute();
  await db.schema
    .createTable("record")
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("entity", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("estimate_id", "text")
    .addColumn("fields", "text", (column) => column.notNull())
    .addColumn("deleted", INTEGER, (column) => column.notNull())
    .addColumn("rev", INTEGER, (column) => column.notNull())
    .addColumn("updated_by", "text", (column) => column.notNull())
    .addColumn("updated_at", INTEGER, (column) => column.notNull())
    .addPrimaryKeyConstraint("record_pk", ["company_id", "entity", "id"])
    .execute();
  await db.schema
    .createIndex("record_by_rev")
    .on("record")
    .columns(["company_id", "rev"])
    .execute();
  await db.schema
    .createIndex("record_by_estimate")
    .on("record")
    .columns(["company_id", "estimate_id"])
    .execute();
}

async function jobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("clock")
    .addColumn("id", INTEGER, (column) => column.primaryKey().notNull())
    .addColumn("rev", INTEGER, (column) => column.notNull())
    .addColumn("epoch", INTEGER, (column) => column.notNull())
    .addColumn("backed_up_rev", INTEGER, (column) => column.notNull())
    .execute();
  await sql`insert into clock (id, rev, epoch, backed_up_rev) values (1, 0, 1, 0)`.execute(db);
  await db.schema
    .createTable("outbox")
    .addColumn("id", INTEGER, (column) => column.primaryKey().notNull())
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", INTEGER, (column) => column.notNull())
    .addColumn("due_at", INTEGER, (column) => column.notNull())
    .addColumn("leased_until", INTEGER)
    .addColumn("last_error", "text")
    .addColumn("created_at", INTEGER, (column) => column.notNull())
    .addColumn("settled_at", INTEGER)
    .execute();
  await db.schema
    .createIndex("outbox_waiting")
    .on("outbox")
    .columns(["state", "company_id", "kind", "key", "id"])
    .execute();
  await db.schema
    .createTable("checkpoint")
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("checkpoint_pk", ["company_id", "name"])
    .execute();
}
