import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import * as z from "zod/mini";
import { taskKinds, type TaskChoice } from "../../../shared/salesforce/tasks.ts";
import type { Database, TaskRow } from "../../store/schema.ts";
import type { Refusal } from "../write-back/refusal.ts";

type Tx = Transaction<Database>;

const detailsSchema = z.object({
  said: z.string(),
  fields: z.array(z.string()),
  matches: z.array(z.string()),
  canOverride: z.boolean(),
});

/** A task as it stands in the store. */
export interface StoredTask extends z.infer<typeof detailsSchema> {
  readonly id: string;
  readonly kind: (typeof taskKinds)[number];
  readonly estimateId: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** Asks people to settle a refusal; an older task of the estimate is over with it. */
export async function openTask(
  tx: Tx,
  companyId: string,
  estimateId: string,
  { kind, said, fields, matches, canOverride }: Refusal,
  now: number,
): Promise<void> {
  await endTasks(tx, companyId, estimateId, now);
  await tx
    .insertInto("task")
    .values({
      id: randomUUID(),
      company_id: companyId,
      estimate_id: estimateId,
      kind,
      details: JSON.stringify({ said, fields, matches, canOverride }),
      state: "open",
      created_at: now,
      settled_at: null,
      settled_by: null,
    })
    .execute();
}

/** What an estimate's open task asked for has come to pass, or does not matter any more. */
export async function endTasks(
  tx: Tx,
  companyId: string,
  estimateId: string,
  now: number,
): Promise<void> {
  await tx
    .updateTable("task")
    .set({ state: "over", settled_at: now })
    .where("company_id", "=", companyId)
    .where("state", "=", "open")
    .where("estimate_id", "=", estimateId)
    .execute();
}

/** Keeps who chose what. Only in the transaction that does it. */
export async function noteChoice(
  tx: Tx,
  id: string,
  choice: TaskChoice,
  userId: string,
  now: number,
): Promise<void> {
  await tx
    .updateTable("task")
    .set({ state: choice, settled_at: now, settled_by: userId })
    .where("id", "=", id)
    .execute();
}

/** A company's open tasks, the oldest first. */
export async function openTasks(tx: Tx, companyId: string): Promise<readonly StoredTask[]> {
  const rows = await tx
    .selectFrom("task")
    .selectAll()
    .where("company_id", "=", companyId)
    .where("state", "=", "open")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(stored);
}

/** The open task of this id; null for another company's, for none, and for one that is settled. */
export async function openTaskOf(
  tx: Tx,
  companyId: string,
  id: string,
): Promise<StoredTask | null> {
  const row = await tx
    .selectFrom("task")
    .selectAll()
    .where("id", "=", id)
    .where("company_id", "=", companyId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row ? stored(row) : null;
}

const stored = ({ id, kind, estimate_id, created_at, details }: TaskRow): StoredTask => ({
  id,
  kind: z.parse(z.enum(taskKinds), kind),
  estimateId: estimate_id,
  createdAt: created_at,
  ...z.parse(detailsSchema, JSON.parse(details)),
});
