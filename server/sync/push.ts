import type { Transaction } from "kysely";
import * as z from "zod/mini";
import { identifierSchema } from "../../shared/identifiers.ts";
import type { Mutation } from "../../shared/sync/mutation.ts";
import { upcastOperations } from "../../shared/sync/upcast-operations.ts";
import {
  type MutationResult,
  type PushRequest,
  type PushResponse,
  SCHEMA,
} from "../../shared/sync/wire.ts";
import type { Identity } from "../identity.ts";
import { estimateIdOf } from "../store/records.ts";
import type { Database } from "../store/schema.ts";
import { openRevisions } from "../store/revisions.ts";
import type { Store } from "../store/store.ts";
import { applyMutation } from "./apply-mutation.ts";
import { type Progress, readClient, writeClient } from "./clients.ts";
import { readClockRow } from "./clock-row.ts";
import { createAuthorship } from "./last-author.ts";
import {
  appendToLog,
  type LogEntry,
  type LogExcerpt,
  type LoggedMutation,
  readLog,
} from "./mutation-log.ts";
import { createOpenConflicts } from "./open-conflicts.ts";
import { resultAsReadBy } from "./older-tablets.ts";
import { preloadPush } from "./preload-push.ts";
import { rejectionMessages } from "./rejections.ts";
import { createWorkingSet, type WorkingSet } from "./working-set.ts";

export type PushResult =
  | {
      readonly ok: true;
      readonly response: PushResponse;
      /** The last revision this push made; null when it changed no record. */
      readonly rev: number | null;
    }
  | {
      readonly ok: false;
      readonly error: "forbidden" | "forked" | "epoch_changed" | "body_invalid";
      readonly details: Readonly<Record<string, number>>;
    };

const refused = (
  error: Extract<PushResult, { ok: false }>["error"],
  details: Readonly<Record<string, number>> = {},
): PushResult => ({ ok: false, error, details });

/**
 * Takes a tablet's mutations in their order (rules R1 and R2 of docs/sync.md) and answers once they are on
 * disk. A rejected mutation counts as taken too: a tablet must never wait for ever behind one bad edit.
 *
 * @param now Unix milliseconds.
 */
export function push(
  store: Store,
  identity: Identity,
  request: PushRequest,
  now: number,
): Promise<PushResult> {
  return store.write(async (tx) => {
    const { epoch } = await readClockRow(tx);
    if (request.epoch !== null && request.epoch !== epoch)
      return refused("epoch_changed", { epoch });
    if (!isAscending(request.mutations)) return refused("body_invalid");
    const client = await readClient(tx, identity, request.clientId);
    if (!client.ok) return refused(client.error);
    const { progress } = client;
    const log = await readLog(tx, identity.companyId, request.clientId, request.mutations);
    if (request.mutations.some((mutation) => isFork(mutation, progress, log)))
      return refused("forked", { lastSeq: progress.lastSeq, epoch });
    return takeMutations({ tx, identity, request, now, log, epoch }, progress);
  });
}

const isAscending = (mutations: readonly Mutation[]): boolean =>
  mutations.every((mutation, index) => mutation.seq > (mutations[index - 1]?.seq ?? 0));

/**
 * A number that was spent on another mutation: the tablet was set back and counts anew. A number without a
 * row of its own was spent on a mutation that the log held already under another one (R2).
 */
function isFork(mutation: Mutation, progress: Progress, log: LogExcerpt): boolean {
  if (mutation.seq > progress.lastSeq) return false;
  const spentOn = log.bySeq.get(mutation.seq);
  return spentOn === undefined ? !log.byId.has(mutation.id) : spentOn.id !== mutation.id;
}

/**
 * A push that has met this many other edits ends there, and the tablet sends the rest with its next one: a clash costs
 * more than any other operation, and nobody else writes meanwhile. The last mutation may have brought some more.
 */
const MAX_CLASHES = 1000;

interface Pushing {
  readonly tx: Transaction<Database>;
  readonly identity: Identity;
  readonly request: PushRequest;
  readonly now: number;
  readonly log: LogExcerpt;
  readonly epoch: number;
}

async function takeMutations(
  { tx, identity, request, now, log, epoch }: Pushing,
  progress: Progress,
): Promise<PushResult> {
  const { clientId } = request;
  const records = createWorkingSet(tx, identity.companyId);
  const revisions = await openRevisions(tx);
  await preloadPush(records, request.mutations);
  const openConflicts = createOpenConflicts(tx, identity, records);
  const authorship = createAuthorship(tx, identity.companyId);
  const context = { tx, identity, records, revisions, openConflicts, authorship, now };
  const taken = new Map(log.byId);
  const results: MutationResult[] = [];
  let last = progress;
  const entries: LogEntry[] = [];
  let lastRev: number | null = null;
  let met = 0;
  for (const mutation of request.mutations) {
    const { id, seq } = mutation;
    if (seq > last.lastSeq + 1 || met >= MAX_CLASHES) break;
    const logged = taken.get(id);
    if (logged === undefined) {
      const meant = request.schema < SCHEMA ? ofToday(mutation) : mutation;
      const { result, rev, clashes } = await applyMutation(context, meant);
      met += clashes;
      // The log keeps what the tablet sent.
      entries.push({
        mutation,
        result,
        rev,
        estimateId: await estimateIdOfMutation(records, meant),
      });
      taken.set(id, { id, clientId, seq, reason: result.reason });
      results.push(result);
      lastRev = rev ?? lastRev;
    } else results.push(duplicate(logged));
    if (seq > last.lastSeq) last = { lastSeq: seq, lastId: id };
  }
  await records.flush();
  await revisions.save();
  await appendToLog(tx, { identity, clientId, now }, entries);
  await writeClient(tx, {
    id: clientId,
    company_id: identity.companyId,
    user_id: identity.userId,
    last_seq: last.lastSeq,
    last_mutation_id: last.lastId,
    schema: request.schema,
    build: request.build,
    seen_at: now,
  });
  const readable = results.map((result) => resultAsReadBy(request.schema, result));
  return { ok: true, response: { epoch, ...last, results: readable }, rev: lastRev };
}

/** The estimate of the first record that is known to belong to one. */
async function estimateIdOfMutation(
  records: WorkingSet,
  { operations }: Mutation,
): Promise<string | null> {
  for (const operation of operations) {
    const { entity, id } = operation;
    const known = await records.read(entity, id);
    const fields = operation.op === "add" ? operation.fields : known?.fields;
    const estimateId = fields === undefined ? null : estimateIdOf(entity, id, fields);
    // What was refused can name anything.
    if (z.safeParse(identifierSchema, estimateId).success) return estimateId;
  }
  return null;
}

/** What a tablet of an earlier schema means, in today's words. */
const ofToday = (mutation: Mutation): Mutation => ({
  ...mutation,
  operations: upcastOperations(mutation.name, mutation.operations),
});

/** The answer to the first delivery was lost: a rejection is said again, or the edit would vanish unseen. */
const duplicate = ({ id, reason }: LoggedMutation): MutationResult => ({
  id,
  outcome: "duplicate",
  reason,
  message: reason && rejectionMessages[reason],
});
