import { randomUUID } from "node:crypto";
import type { UpstreamCache } from "../cache/upstream-cache.ts";
import type { Clock } from "../clock.ts";
import { errorFields, type Log } from "../observe/log.ts";
import { COMPANYCAM_PHOTO, COMPANYCAM_PROJECT } from "../outbox/jobs.ts";
import { claimDue, releaseClaims, settleIn } from "../outbox/outbox.ts";
import { startLoop } from "../salesforce/loop.ts";
import { knownOrganisation, type Organisation } from "../salesforce/own-organisation.ts";
import type { OutboxRow } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { takeLease } from "./lease.ts";
import type { CompanyCam } from "./port.ts";
import { projectStep } from "./projects/project-step.ts";
import { scopes } from "./scopes.ts";
import { photoStep } from "./uploads/photo-step.ts";
import { sweepUploads } from "./uploads/upload-store.ts";
import { forgetEvents } from "./webhooks/hear-event.ts";
import { keepWebhook, type WebhookCare } from "./webhooks/keep-webhook.ts";
import { ensureSecret } from "./webhooks/secret.ts";

const KINDS = [COMPANYCAM_PROJECT, COMPANYCAM_PHOTO];
/** As many as calls may be in flight. */
const BATCH = 6;
/** Longer than a batch takes, time-outs and repeats included. */
const LEASE_MS = 5 * 60_000;
/** New work of this process wakes the loop at once; this is for that of others, and for what is to be tried again. */
const LOOK_FOR_WORK_MS = 2000;
/** A job whose step had a bug in it is tried again after this. */
const AFTER_BUG_MS = 5 * 60_000;
/** How often the webhook is looked after: what it did not tell meanwhile is stale for so long at the most. */
const CARE_EVERY_MS = 10 * 60_000;
const CARE_AGAIN_MS = 30_000;
const CARE_LEASE = "companycam.care";

export interface CompanyCamServiceParts {
  readonly companyCam: CompanyCam;
  readonly store: Store;
  readonly cache: UpstreamCache;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
  readonly webhooks: boolean;
  /** Whose work this is; null: not known yet. The one company of the store when left out. */
  readonly organisation?: (() => Promise<Organisation | null>) | undefined;
  readonly random?: (() => number) | undefined;
}

export interface CompanyCamService {
  /** How the webhook was found when it was last looked after; null before. */
  webhookCare(): WebhookCare | null;
  /** Looks for work now. */
  wake(): void;
  /** Finishes what is in flight. */
  stop(): Promise<void>;
}

/** Brings projects and photos on, and looks after the webhook, for as long as the process lives. */
export function startCompanyCamService(parts: CompanyCamServiceParts): CompanyCamService {
  const { store, log } = parts;
  const holder = randomUUID();
  let care: WebhookCare | null = null;
  let isReleased = false;

  const guarded = async (name: string, round: () => Promise<number>): Promise<number> => {
    try {
      return await round();
    } catch (error) {
      log.error(`companycam.${name}-failed`, errorFields(error));
      return CARE_AGAIN_MS;
    }
  };
  const work = startLoop(() =>
    guarded("work", async () => {
      // Where others work too, what looks like a dead process' claim may be a living one's: it runs out.
      if (!isReleased && !store.isShared) await releaseClaims(store, KINDS);
      isReleased = true;
      return (await workRound(parts)) > 0 ? 0 : LOOK_FOR_WORK_MS;
    }),
  );
  const caring = startLoop(() =>
    guarded("care", async () => {
      const found = await careRound(parts, holder);
      if (found === "later") return LOOK_FOR_WORK_MS;
      if (found === "failed") return CARE_AGAIN_MS;
      care = found ?? care;
      return CARE_EVERY_MS;
    }),
  );
  return {
    webhookCare: () => care,
    wake: () => work.wake(),
    stop: async () => {
      await Promise.all([work.stop(), caring.stop()]);
    },
  };
}

/** Claims what is due and brings each on by a step. @returns how many there were. */
export async function workRound(parts: CompanyCamServiceParts): Promise<number> {
  const { store, clock } = parts;
  const claim = { kinds: KINDS, now: clock.now(), leaseMs: LEASE_MS, limit: BATCH };
  const jobs = await claimDue(store, claim);
  await Promise.all(jobs.map((job) => step(parts, job)));
  return jobs.length;
}

async function step(parts: CompanyCamServiceParts, job: OutboxRow): Promise<void> {
  const { store, clock, cache, log } = parts;
  const { company_id: companyId } = job;
  const random = parts.random ?? Math.random;
  try {
    if (job.kind === COMPANYCAM_PROJECT) await projectStep({ ...parts, random }, job);
    else
      await photoStep(
        {
          ...parts,
          random,
          onArrived: async (projectId) => {
            await cache.invalidate(scopes.photosOf(companyId, projectId));
          },
        },
        job,
      );
  } catch (error) {
    log.error("companycam.step-failed", { job: job.id, ...errorFields(error) });
    const dueAt = clock.now() + AFTER_BUG_MS;
    const retry = { state: "retry", dueAt, error: "bug" } as const;
    await store.write((tx) => settleIn(tx, job.id, retry, clock.now()));
  }
}

/** @returns null when another process does it or nobody is to. */
async function careRound(
  { companyCam, store, clock, log, publicUrl, webhooks, organisation: ask }: CompanyCamServiceParts,
  holder: string,
): Promise<WebhookCare | "later" | "failed" | null> {
  // Before Salesforce has said who we are there is nobody to hear for.
  const organisation = await (ask ?? (() => knownOrganisation(store)))();
  if (!organisation) return "later";
  const now = clock.now();
  const lease = { companyId: organisation.id, name: CARE_LEASE, holder };
  if (!(await store.write((tx) => takeLease(tx, lease, now, CARE_EVERY_MS)))) return null;
  await sweepUploads(store, now);
  await forgetEvents(store, now);
  if (!webhooks) return null;
  const token = await ensureSecret(store, organisation.id);
  const url = `${publicUrl}/api/v1/webhooks/companycam`;
  const cared = await keepWebhook(companyCam, { url, token });
  if (!cared.ok) {
    log.info("companycam.webhook-unknown", { code: cared.error.code });
    return "failed";
  }
  if (cared.value !== "sound") log.info(`companycam.webhook-${cared.value}`);
  return cared.value;
}
