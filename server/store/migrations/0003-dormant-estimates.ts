import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import * as z from "zod/mini";

/** 64-bit on Postgres, an ordinary integer on SQLite. */
const INTEGER = "bigint";

/** When each estimate was last touched, and the log by estimate (schema.ts, `estimate_touch`, `mutation.estimate_id`). */
export const dormantEstimates: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable("clock")
      .addColumn("horizon_rev", INTEGER, (column) => column.notNull().defaultTo(0))
      .execute();
    await touches(db);
    await logByEstimate(db);
  },
};

async function touches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("estimate_touch")
    .addColumn("company_id", "text", (column) => column.notNull())
    .addColumn("estimate_id", "text", (column) => column.notNull())
    .addColumn("touched_rev", INTEGER, (column) => column.notNull())
    .addColumn("touched_at", INTEGER, (column) => column.notNull())
    .addColumn("estimator_id", "text")
    .addPrimaryKeyConstraint("estimate_touch_pk", ["company_id", "estimate_id"])
    .execute();
  await db.schema
    .createIndex("estimate_touch_by_rev")
    .on("estimate_touch")
    .columns(["company_id", "touched_rev"])
    .execute();
  await sql`insert into estimate_touch (company_id, estimate_id, touched_rev, touched_at)
    select company_id, estimate_id, max(rev), max(updated_at) from record
    where estimate_id is not null group by company_id, estimate_id`.execute(db);
}

/** As the tables were when this migration was written. */
type TablesThen = {
  mutation: { company_id: string; id: string; body: string; estimate_id: string | null };
  record: { company_id: string; entity: string; id: string; estimate_id: string | null };
};

/** Rows read and written in one go. */
const PAGE = 500;

async function logByEstimate(untyped: Kysely<unknown>): Promise<void> {
  await untyped.schema.alterTable("mutation").addColumn("estimate_id", "text").execute();
  await untyped.schema
    .createIndex("mutation_by_estimate")
    .on("mutation")
    .columns(["company_id", "estimate_id", "at_server"])
    .execute();
  const db = untyped.withTables<TablesThen>();
  for (let last = { company_id: "", id: "" }; ;) {
    const { company_id: company, id: after } = last;
    const page = await db
      .selectFrom("mutation")
      .select(["company_id", "id", "body"])
      .where((row) =>
        row.or([
          row("company_id", ">", company),
          row.and([row("company_id", "=", company), row("id", ">", after)]),
        ]),
      )
      .orderBy("company_id")
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const { company_id, id, body } of page) {
      const estimateId = await estimateOf(db, company_id, body);
      if (estimateId === null) continue;
      await db
        .updateTable("mutation")
        .set({ estimate_id: estimateId })
        .where("company_id", "=", company_id)
        .where("id", "=", id)
        .execute();
    }
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = end;
  }
}

const operationsSchema = z
  .array(z.looseObject({ entity: z.string(), id: z.string() }))
  .check(z.minLength(1));

/** The estimate of the first record that a mutation names. */
async function estimateOf(
  db: Kysely<TablesThen>,
  companyId: string,
  body: string,
): Promise<string | null> {
  const operations = z.safeParse(operationsSchema, JSON.parse(body));
  const first = operations.success ? operations.data[0] : undefined;
  if (first === undefined) return null;
  const row = await db
    .selectFrom("record")
    .select("estimate_id")
    .where("company_id", "=", companyId)
    .where("entity", "=", first.entity)
    .where("id", "=", first.id)
    .executeTakeFirst();
  return row?.estimate_id ?? null;
}
