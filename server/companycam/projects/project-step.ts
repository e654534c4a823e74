import type { Transaction } from "kysely";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../observe/log.ts";
import { isOvertaken, type Settlement, settleIn } from "../../outbox/outbox.ts";
import type { CompanyCamProjectRow, Database, OutboxRow } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import { backoffMs, type CompanyCamError, mayBeDone, retryAdvice } from "../errors.ts";
import type { Project } from "../model.ts";
import type { CompanyCam } from "../port.ts";
import { findProject } from "./find-project.ts";
import { readLinkRow } from "./project-link.ts";

type Tx = Transaction<Database>;

/**
 * How long after an attempt to make a project without an answer none is made again: the lost request may still be under
 * way, and what it makes is seen by nobody yet.
 */
const UNDER_WAY_MS = 60_000;

export interface StepParts {
  readonly store: Store;
  readonly companyCam: CompanyCam;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * Finds or makes the project of an address, and links them. There is no way to make a project twice as once, so that we
 * write down that we begin, look again if that was so before, and only then make it: killed at any point, the next
 * attempt finds what was made.
 */
export async function projectStep(parts: StepParts, job: OutboxRow): Promise<void> {
  const { store, companyCam, clock } = parts;
  const row = await readLinkRow(store.db, job.company_id, job.key);
  if (row?.standing !== "waiting") return settle(parts, job, { state: "withdrawn" }, null);
  const found = await findProject(companyCam, row);
  if (!found.ok) return retryOrRefuse(parts, job, found.error);
  if (found.value) return link(parts, job, found.value);
  const sinceTried = row.create_tried_at === null ? null : clock.now() - row.create_tried_at;
  if (sinceTried !== null && sinceTried < UNDER_WAY_MS) {
    const dueAt = clock.now() + UNDER_WAY_MS - sinceTried;
    return settle(parts, job, { state: "retry", dueAt, error: "under_way" }, null);
  }
  await store.write((tx) => update(tx, job, { create_tried_at: clock.now() }));
  const made = await companyCam.createProject({
    name: row.name,
    street: row.street,
    city: row.city,
    state: row.state,
    postalCode: row.postal_code,
  });
  if (made.ok) return link(parts, job, made.value);
  if (!mayBeDone(made.error.code))
    await store.write((tx) => update(tx, job, { create_tried_at: row.create_tried_at }));
  return retryOrRefuse(parts, job, made.error);
}

async function link(parts: StepParts, job: OutboxRow, project: Project): Promise<void> {
  await settle(parts, job, { state: "sent" }, { standing: "linked", project_id: project.id });
  parts.log.info("companycam.project-linked", { project: project.id });
}

async function retryOrRefuse(
  parts: StepParts,
  job: OutboxRow,
  error: CompanyCamError,
): Promise<void> {
  parts.log.info("companycam.project-waits", { code: error.code, attempts: job.attempts });
  if (retryAdvice(error.code) === "never")
    return settle(
      parts,
      job,
      { state: "refused", error: error.code },
      { standing: "refused", message: error.message },
    );
  const dueAt = parts.clock.now() + backoffMs(error, job.attempts, parts.random());
  return settle(parts, job, { state: "retry", dueAt, error: error.code }, null);
}

type Change = Partial<
  Pick<CompanyCamProjectRow, "standing" | "project_id" | "message" | "create_tried_at">
>;

const update = (tx: Tx, job: OutboxRow, change: Change) =>
  tx
    .updateTable("companycam_project")
    .set(change)
    .where("company_id", "=", job.company_id)
    .where("address_key", "=", job.key)
    .execute();

/** What was found out and the end of the job, in one transaction. */
async function settle(
  { store, clock }: StepParts,
  job: OutboxRow,
  settlement: Settlement,
  change: Change | null,
): Promise<void> {
  await store.write(async (tx) => {
    // Somebody has asked for a new search meanwhile: what this one found is not the last word.
    if (change !== null && !(await isOvertaken(tx, job)))
      await update(tx, job, { message: null, create_tried_at: null, ...change });
    await settleIn(tx, job.id, settlement, clock.now());
  });
}
