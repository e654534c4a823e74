import * as z from "zod/mini";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../observe/log.ts";
import { ACCEPTED_ESTIMATE } from "../../outbox/jobs.ts";
import { claimDue, isOvertaken, type Settlement, settleIn } from "../../outbox/outbox.ts";
import type { OutboxRow } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import type { Hub } from "../../sync/hub.ts";
import { backoffMs } from "../backoff.ts";
import type { SalesforceClient } from "../client.ts";
import { retryAdvice, type SalesforceError, type SalesforceErrorCode } from "../errors.ts";
import { type AcceptedEstimate, loadAccepted } from "./accepted-estimate.ts";
import type { OrgSetup } from "./org-setup.ts";
import { ownRefusal, type Refusal, refusalOf } from "./refusal.ts";
import { sendEstimate } from "./send.ts";
import { noteRefused, noteSent } from "./settle-estimate.ts";

export interface WriteBackParts {
  readonly salesforce: SalesforceClient;
  readonly store: Store;
  readonly hub: Pick<Hub, "poke">;
  readonly clock: Clock;
  readonly log: Log;
  readonly companyId: string;
}

/** Estimates claimed together; those of different customers are sent side by side. */
const BATCH = 8;
/**
 * Longer than a batch takes, short of time-outs at every call. Nothing hangs on it while we live: a round
 * claims nothing before the jobs of the last one are settled.
 */
const LEASE_MS = 10 * 60_000;
/**
 * What passes when we look again, and after how many attempts we stop believing that: then it is no accident. Met once
 * more, an unwritable field or a unique field of the org's own is behind it; a write that timed out may be under way
 * for a minute; a lock that has lasted for a quarter of an hour is an import or an automation.
 */
const ATTEMPTS_UNTIL_BELIEVED: { readonly [C in SalesforceErrorCode]?: number } = {
  stale_view: 6,
  duplicate_value: 6,
  setup_changed: 2,
  row_locked: 20,
};

/**
 * Sends the accepted estimates that are due.
 *
 * @returns how many were worked on, and the last error that was Salesforce's own and may pass. After `setup_changed`
 * the org is to be looked at anew before the next round.
 */
export async function writeBackRound(
  parts: WriteBackParts,
  setup: OrgSetup,
): Promise<{ readonly worked: number; readonly error: SalesforceError | null }> {
  const { store, clock } = parts;
  const jobs = await claimDue(store, {
    kinds: [ACCEPTED_ESTIMATE],
    now: clock.now(),
    leaseMs: LEASE_MS,
    limit: BATCH,
  });
  const errors: SalesforceError[] = [];
  const ready: Ready[] = [];
  for (const job of jobs) {
    const loaded = await loadAccepted(store, job.company_id, job.key);
    if (loaded.kind === "accepted") ready.push({ job, accepted: loaded.accepted });
    else if (loaded.kind === "nothing") await settled(parts, job, { state: "withdrawn" }, null);
    else await refuse(parts, job, ownRefusal(loaded.isGone ? "gone" : "unusable", loaded.message));
  }
  // Writes below one Account lock each other out, so those go one after the other.
  const byCustomer = Map.groupBy(ready, ({ accepted }) => accepted.customer.id);
  await Promise.all(
    [...byCustomer.values()].map(async (group) => {
      for (const each of group) {
        const error = await work(parts, setup, each);
        if (error) errors.push(error);
      }
    }),
  );
  return { worked: jobs.length, error: errors.at(-1) ?? null };
}

const payloadSchema = z.object({ allowDuplicates: z.prefault(z.boolean(), false) });

/** Whether a person has said that this customer is to be made in spite of a duplicate rule. */
const insists = ({ payload }: OutboxRow): boolean =>
  z.safeParse(payloadSchema, JSON.parse(payload)).data?.allowDuplicates ?? false;

interface Ready {
  readonly job: OutboxRow;
  readonly accepted: AcceptedEstimate;
}

async function work(
  parts: WriteBackParts,
  setup: OrgSetup,
  { job, accepted }: Ready,
): Promise<SalesforceError | null> {
  const { salesforce, clock, log } = parts;
  const outcome = await sendEstimate(salesforce, setup, accepted, insists(job));
  switch (outcome.kind) {
    case "sent": {
      const now = clock.now();
      await settled(parts, job, { state: "sent" }, (tx) =>
        noteSent(tx, job.company_id, accepted, outcome.to, now),
      );
      log.info("write-back.sent", { estimate: job.key, opportunity: outcome.to.opportunityId });
      return null;
    }
    case "refused":
      await refuse(parts, job, outcome.refusal);
      return null;
    case "retry":
      return retry(parts, job, outcome.error);
  }
}

async function retry(
  parts: WriteBackParts,
  job: OutboxRow,
  error: SalesforceError,
): Promise<SalesforceError | null> {
  const patience = ATTEMPTS_UNTIL_BELIEVED[error.code] ?? Infinity;
  if (job.last_error === error.code && job.attempts >= patience) {
    await refuse(parts, job, refusalOf(error));
    return null;
  }
  const delay = backoffMs(retryAdvice(error.code), job.attempts, Math.random());
  const dueAt = parts.clock.now() + delay;
  await settled(parts, job, { state: "retry", dueAt, error: error.code }, null);
  parts.log.info("write-back.retry", {
    estimate: job.key,
    code: error.code,
    attempts: job.attempts,
    delay,
  });
  return error;
}

/** The estimate is not told when it was accepted anew meanwhile: what waits now is another acceptance. */
async function refuse(parts: WriteBackParts, job: OutboxRow, refusal: Refusal): Promise<void> {
  const now = parts.clock.now();
  const { message: error, kind } = refusal;
  await settled(parts, job, { state: "refused", error }, async (tx) =>
    (await isOvertaken(tx, job)) ? null : noteRefused(tx, job.company_id, job.key, refusal, now),
  );
  parts.log.info("write-back.refused", { estimate: job.key, kind });
}

/** What the job found out and its end, in one transaction; tablets are told after the commit. */
async function settled(
  { store, hub, clock }: WriteBackParts,
  job: OutboxRow,
  settlement: Settlement,
  note: ((tx: Parameters<typeof settleIn>[0]) => Promise<number | null>) | null,
): Promise<void> {
  const rev = await store.write(async (tx) => {
    const noted = note ? await note(tx) : null;
    await settleIn(tx, job.id, settlement, clock.now());
    return noted;
  });
  if (rev !== null) hub.poke(job.company_id, rev);
}
