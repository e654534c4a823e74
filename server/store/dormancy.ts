import { type ExpressionBuilder, type Transaction } from "kysely";
import type { Database, RecordRow } from "./schema.ts";
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
  const ids = [...new Set(rows.flatMap(({ estimate_id }) => estimate_id ?? []))];
  const [first] = rows;
  if (ids.length === 0 || first === undefined) return;
  const { rev, updated_at: now } = first;
  await wake(tx, companyId, ids, rev);
  const estimators = new Map(
    rows.filter(({ entity }) => entity === "estimate").map((row) => [row.id, estimatorOf(row)]),
  );
  for (const estimateId of ids) {
    const touched = { touched_rev: rev, touched_at: now };
    const estimator = estimators.get(estimateId);
    const assigned = estimator === undefined ? {} : { estimator_id: estimator };
    await tx
      .insertInto("estimate_touch")
      .values({ company_id: companyId, estimate_id: estimateId, ...touched, ...assigned })
      .onConflict((conflict) =>
        conflict.columns(["company_id", "estimate_id"]).doUpdateSet({ ...touched, ...assigned }),
      )
      .execute();
  }
}

async function wake(
  tx: Tx,
  companyId: string,
  estimateIds: readonly string[],
  rev: number,
): Promise<void> {
  const dormant = await tx
    .selectFrom("estimate_touch")
    .innerJoin("clock", (join) => join.onTrue())
    .select("estimate_id")
    .where("company_id", "=", companyId)
    .where("estimate_id", "in", estimateIds)
    .where("clock.id", "=", 1)
    .whereRef("touched_rev", "<", "clock.horizon_rev")
    .execute();
  if (dormant.length === 0) return;
  await tx
    .updateTable("record")
    .set({ rev })
    .where("company_id", "=", companyId)
    .where(
      "estimate_id",
      "in",
      dormant.map(({ estimate_id }) => estimate_id),
    )
    .execute();
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
