import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import type { MirroredName } from "./mirrored-objects.ts";

/**
 * How far the mirror of one object has come. Written in the transaction of the rows it covers, so that a
 * crash or a spent quota in the middle of 100,000 rows costs one page.
 */
const checkpointSchema = z.object({
  /** Everything Salesforce committed up to here has been read; null before the first load has ended. */
  watermark: z.nullable(z.number()),
  /** Where the pass under way continues: the last row read. */
  cursor: z.nullable(z.object({ stamp: z.number(), id: z.string() })),
  /** Salesforce's clock when the pass under way began. */
  passBegan: z.nullable(z.number()),
  /** Deletions are known up to here. */
  deletionsUntil: z.nullable(z.number()),
  /** When all ids were last compared. */
  comparedAt: z.nullable(z.number()),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

const START: Checkpoint = {
  watermark: null,
  cursor: null,
  passBegan: null,
  deletionsUntil: null,
  comparedAt: null,
};

const nameOf = (object: MirroredName): string => `salesforce.${object}`;

/** A checkpoint this build cannot read counts as none: reading everything again is always right. */
export async function readCheckpoint(
  store: Store,
  companyId: string,
  object: MirroredName,
): Promise<Checkpoint> {
  const row = await store.db
    .selectFrom("checkpoint")
    .select("value")
    .where("company_id", "=", companyId)
    .where("name", "=", nameOf(object))
    .executeTakeFirst();
  if (!row) return START;
  const parsed = z.safeParse(checkpointSchema, JSON.parse(row.value));
  return parsed.success ? parsed.data : START;
}

export async function writeCheckpoint(
  tx: Transaction<Database>,
  companyId: string,
  object: MirroredName,
  checkpoint: Checkpoint,
): Promise<void> {
  const value = JSON.stringify(checkpoint);
  await tx
    .insertInto("checkpoint")
    .values({ company_id: companyId, name: nameOf(object), value })
    .onConflict((conflict) => conflict.columns(["company_id", "name"]).doUpdateSet({ value }))
    .execute();
}
