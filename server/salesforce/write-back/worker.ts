import type { Clock } from "../../clock.ts";
import type { Log } from "../../observe/log.ts";
import { inSpan } from "../../observe/tracing/traced.ts";
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
import { refusalMessage } from "./refusal.ts";
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
 * What reading again cures when somebody was quicker. Met again at the next attempt it is no accident: the
 * org does not let us write the field, or has a unique field of its own.
 */
const CURED_BY_READING: ReadonlySet<SalesforceErrorCode> = new Set([
  "stale_view",
  "duplicate_value",
]);
/** Attempts before that is believed: a write that timed out may be under way for a minute. */
const ATTEMPTS_UNTIL_BELIEVED = 6;

/**
 * Sends the accepted estimates that are due.
 *
 * @returns how many were worked on, and the last error that was Salesforce's own and may pass.
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
    else await refuse(parts, job, loaded.message);
  }
  // Writes below one Account lock each other out, so those go one after the other.
  const byCustomer = Map.groupBy(ready, ({ accepted }) => accepted.customer.id);
  await Promise.all(
    [...byCustomer.values()].map(async (group) => {
      for (const each of group) {
        const span = { name: `outbox ${each.job.kind}`, sort: "internal", attributes: {} } as const;
        const error = await inSpan({ ...span }, () => work(parts, setup, each));
        if (error) errors.push(error);
      }
    }),
  );
  return { worked: jobs.length, error: errors.at(-1) ?? null };
}

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
  const outcome = await sendEstimate(salesforce, setup, accepted);
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
      await refuse(parts, job, outcome.message);
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
  const isStubborn = CURED_BY_READING.has(error.code) && job.last_error === error.code;
  if (isStubborn && job.attempts >= ATTEMPTS_UNTIL_BELIEVED) {
    await refuse(parts, job, refusalMessage(error));
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
async function refuse(parts: WriteBackParts, job: OutboxRow, message: string): Promise<void> {
  const now = parts.clock.now();
  await settled(parts, job, { state: "refused", error: message }, async (tx) =>
    (await isOvertaken(tx, job)) ? null : noteRefused(tx, job.company_id, job.key, message, now),
  );
  parts.log.info("write-back.refused", { estimate: job.key });
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
