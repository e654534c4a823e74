import { type ExpressionBuilder, type Transaction } from "kysely";
import type { Database, EstimateTouchRow, RecordRow } from "./schema.ts";
import type { Store } from "./store.ts";

/**
 * Which estimates new tablets get (docs/sync.md, partial replication). An estimate that nobody touches for so long
 * falls behind the horizon and lies dormant: a tablet that starts anew leaves it out. The first change wakes it, which
 * gives all of its records the revision of that change: every tablet pulls them whole, whether it had them or not.
 */

type Tx = Transaction<Database>;

/** Issue and design: assigned, and touched in 90 days. Milliseconds. */
export const DORMANT_AFTER_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Moves the horizon to the first estimate that was touched within the last 90 days. It never goes back, so that no
 * clock that jumps can make an estimate dormant again that tablets have stopped asking for.
 *
 * @param now Unix milliseconds.
 */
export const advanceHorizon = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    const clock = await tx
      .selectFrom("clock")
      .select(["rev", "horizon_rev"])
      .where("id", "=", 1)
      .executeTakeFirstOrThrow();
    const { fresh } = await tx
      .selectFrom("estimate_touch")
      .select(({ fn }) => fn.min<number | null>("touched_rev").as("fresh"))
      .where("touched_at", ">=", now - DORMANT_AFTER_MS)
      .executeTakeFirstOrThrow();
    const horizon = fresh ?? clock.rev + 1;
    if (horizon <= clock.horizon_rev) return;
    await tx.updateTable("clock").set({ horizon_rev: horizon }).where("id", "=", 1).execute();
  });

/**
 * Notes which estimates are touched by records that are about to be written, and wakes those that lay dormant. Call
 * it before the records are written.
 */
export async function touchEstimates(
  tx: Tx,
  companyId: string,
  rows: readonly RecordRow[],
): Promise<void> {
  const touches = new Map<string, Touch>();
  for (const row of rows) {
    const { estimate_id: id, rev, updated_at: at } = row;
    if (id === null) continue;
    const known = touches.get(id);
    const own = row.entity === "estimate" ? { estimatorId: estimatorOf(row) } : {};
    const later = known && known.last > rev ? known.last : rev;
    touches.set(id, {
      ...known,
      first: Math.min(known?.first ?? rev, rev),
      last: later,
      at,
      ...own,
    });
  }
  if (touches.size === 0) return;
  await wake(tx, companyId, touches);
  const all = [...touches];
  await noteTouches(
    tx,
    all.filter(([, { estimatorId }]) => estimatorId === undefined).map(touchRow(companyId)),
  );
  await noteTouches(
    tx,
    all.filter(([, { estimatorId }]) => estimatorId !== undefined).map(touchRow(companyId)),
    "with estimator",
  );
}

/** What a batch of rows does to an estimate. */
interface Touch {
  /** The first and the last revision of the batch that belong to it. */
  readonly first: number;
  readonly last: number;
  readonly at: number;
  /** Whose it is; undefined where the estimate's own record is not in the batch. */
  readonly estimatorId?: string | null;
}

const touchRow =
  (companyId: string) =>
  ([estimateId, { last, at, estimatorId }]: readonly [string, Touch]): EstimateTouchRow => ({
    company_id: companyId,
    estimate_id: estimateId,
    touched_rev: last,
    touched_at: at,
    estimator_id: estimatorId ?? null,
  });

/** Rows that one statement writes; of 5 values each. */
const ROWS_PER_STATEMENT = 500;

async function noteTouches(
  tx: Tx,
  rows: readonly EstimateTouchRow[],
  estimator?: "with estimator",
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    await tx
      .insertInto("estimate_touch")
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .onConflict((conflict) =>
        conflict.columns(["company_id", "estimate_id"]).doUpdateSet((row) => ({
          touched_rev: row.ref("excluded.touched_rev"),
          touched_at: row.ref("excluded.touched_at"),
          ...(estimator && { estimator_id: row.ref("excluded.estimator_id") }),
        })),
      )
      .execute();
}

async function wake(tx: Tx, companyId: string, touches: ReadonlyMap<string, Touch>): Promise<void> {
  for (const id of await dormantAmong(tx, companyId, [...touches.keys()]))
    await tx
      .updateTable("record")
      .set({ rev: touches.get(id)?.first ?? 0 })
      .where("company_id", "=", companyId)
      .where("estimate_id", "=", id)
      .execute();
}

async function dormantAmong(
  tx: Tx,
  companyId: string,
  estimateIds: readonly string[],
): Promise<readonly string[]> {
  const dormant: string[] = [];
  for (let start = 0; start < estimateIds.length; start += ROWS_PER_STATEMENT) {
    const rows = await tx
      .selectFrom("estimate_touch")
      .innerJoin("clock", (join) => join.onTrue())
      .select("estimate_id")
      .where("company_id", "=", companyId)
      .where("estimate_id", "in", estimateIds.slice(start, start + ROWS_PER_STATEMENT))
      .where("clock.id", "=", 1)
      .whereRef("touched_rev", "<", "clock.horizon_rev")
      .execute();
    dormant.push(...rows.map(({ estimate_id }) => estimate_id));
  }
  return dormant;
}

function estimatorOf({ fields }: RecordRow): string | null {
  const { estimatorId }: { estimatorId?: unknown } = JSON.parse(fields);
  return typeof estimatorId === "string" ? estimatorId : null;
}

/** What a tablet with this horizon holds: all that belongs to no estimate, the fresh ones, and its user's own. */
export const isInScope =
  (companyId: string, userId: string, horizon: number) =>
  (row: ExpressionBuilder<Database, "record">) =>
    row.or([
      row("estimate_id", "is", null),
      row("rev", ">=", horizon),
      row(
        "estimate_id",
        "in",
        row
          .selectFrom("estimate_touch")
          .select("estimate_touch.estimate_id")
          .where("estimate_touch.company_id", "=", companyId)
          .where((touch) =>
            touch.or([
              touch("touched_rev", ">=", horizon),
              touch("estimate_touch.estimator_id", "=", userId),
            ]),
          ),
      ),
    ]);
