import type { Transaction } from "kysely";
import { nextRevision } from "../store/records.ts";
import type { Database, OutboxRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/**
 * The durable list of what other systems still have to be told. A job is written in the transaction of
 * the change that causes it, so that neither can be without the other; jobs of one (company, kind, key)
 * run one at a time, in the order of their commits.
 */

type Tx = Transaction<Database>;

export interface NewJob {
  readonly companyId: string;
  readonly kind: string;
  /** What the jobs of a kind must not overtake each other for: an estimate's id. */
  readonly key: string;
  /** JSON text. */
  readonly payload: string;
  readonly now: number;
}

export type Settlement =
  | { readonly state: "sent" }
  | { readonly state: "retry"; readonly dueAt: number; readonly error: string }
  | { readonly state: "refused"; readonly error: string }
  /** There was nothing to tell any more. */
  | { readonly state: "withdrawn" };

/** @param revision from the one clock; drawn here when the caller has none at hand. */
export async function enqueue(tx: Tx, job: NewJob, revision?: number): Promise<number> {
  const id = revision ?? (await nextRevision(tx));
  await tx
    .insertInto("outbox")
    .values({
      id,
      company_id: job.companyId,
      kind: job.kind,
      key: job.key,
      payload: job.payload,
      state: "waiting",
      attempts: 0,
      due_at: job.now,
      leased_until: null,
      last_error: null,
      created_at: job.now,
      settled_at: null,
    })
    .execute();
  return id;
}

/** Takes back the jobs of a key that nobody has begun; one that is on its way is not called back. */
export async function withdraw(
  tx: Tx,
  job: { companyId: string; kind: string; key: string; now: number },
): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ state: "withdrawn", settled_at: job.now })
    .where("state", "=", "waiting")
    .where("company_id", "=", job.companyId)
    .where("kind", "=", job.kind)
    .where("key", "=", job.key)
    .where((is) => is.or([is("leased_until", "is", null), is("leased_until", "<=", job.now)]))
    .execute();
}

/**
 * Leases the jobs of some kinds that are due, oldest first, at most one of each (company, kind, key). A worker that dies
 * loses its lease after `leaseMs`, and the job is claimed again: what a job does must bear repetition.
 */
export async function claimDue(
  store: Store,
  {
    kinds,
    now,
    leaseMs,
    limit,
  }: { kinds: readonly string[]; now: number; leaseMs: number; limit: number },
): Promise<readonly OutboxRow[]> {
  return store.write(async (tx) => {
    const due = await tx
      .selectFrom("outbox as job")
      .select("job.id")
      .where("job.state", "=", "waiting")
      .where("job.kind", "in", kinds)
      .where("job.due_at", "<=", now)
      .where((is) => is.or([is("job.leased_until", "is", null), is("job.leased_until", "<=", now)]))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("outbox as earlier")
              .select("earlier.id")
              .where("earlier.state", "=", "waiting")
              .whereRef("earlier.company_id", "=", "job.company_id")
              .whereRef("earlier.kind", "=", "job.kind")
              .whereRef("earlier.key", "=", "job.key")
              .whereRef("earlier.id", "<", "job.id"),
          ),
        ),
      )
      .orderBy("job.id")
      .limit(limit)
      .execute();
    if (due.length === 0) return [];
    const claimed = await tx
      .updateTable("outbox")
      .set((column) => ({ leased_until: now + leaseMs, attempts: column("attempts", "+", 1) }))
      .where(
        "id",
        "in",
        due.map((job) => job.id),
      )
      .returningAll()
      .execute();
    return claimed.toSorted((one, other) => one.id - other.id);
  });
}

/**
 * Gives jobs back that a killed process had claimed, so that they do not wait for their lease to end. Right only where
 * one process at a time works on the data; call it once, before the first claim.
 */
export async function releaseClaims(store: Store, kinds: readonly string[]): Promise<void> {
  await store.write((tx) =>
    tx
      .updateTable("outbox")
      .set({ leased_until: null })
      .where("kind", "in", kinds)
      .where("state", "=", "waiting")
      .execute(),
  );
}

/** Makes what waits of a key due now: something has happened that it waits for. */
export async function hasten(
  tx: Tx,
  { companyId, kind, key, now }: Omit<NewJob, "payload">,
): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ due_at: now })
    .where("company_id", "=", companyId)
    .where("kind", "=", kind)
    .where("key", "=", key)
    .where("state", "=", "waiting")
    .execute();
}

/** Whether a later job of the same key waits, so that what this one found out is not the last word. */
export async function isOvertaken(
  tx: Tx,
  job: Pick<OutboxRow, "id" | "company_id" | "kind" | "key">,
): Promise<boolean> {
  const later = await tx
    .selectFrom("outbox")
    .select("id")
    .where("state", "=", "waiting")
    .where("company_id", "=", job.company_id)
    .where("kind", "=", job.kind)
    .where("key", "=", job.key)
    .where("id", ">", job.id)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** Says what became of a claimed job, in the transaction that also writes what the job found out. */
export async function settleIn(
  tx: Tx,
  id: number,
  settlement: Settlement,
  now: number,
): Promise<void> {
  const common = { leased_until: null, last_error: null };
  const values =
    settlement.state === "retry"
      ? { ...common, due_at: settlement.dueAt, last_error: settlement.error }
      : {
          ...common,
          state: settlement.state,
          settled_at: now,
          last_error: settlement.state === "refused" ? settlement.error : null,
        };
  await tx
    .updateTable("outbox")
    .set(values)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}
