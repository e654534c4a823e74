import type { Transaction } from "kysely";
import * as z from "zod/mini";
import type { TaskChoice, TaskProblem } from "../../../shared/salesforce/tasks.ts";
import type { AnyRecord } from "../../../shared/estimate/record.ts";
import type { Clock } from "../../clock.ts";
import type { Identity } from "../../identity.ts";
import type { Log } from "../../observe/log.ts";
import { nextRevision, readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import type { Hub } from "../../sync/hub.ts";
import type { SalesforceClient } from "../client.ts";
import { applyRows } from "../mirror/apply.ts";
import { mirroredObjects, type MirroredRow } from "../mirror/mirrored-objects.ts";
import { moveCustomer } from "../move-customer.ts";
import { type Change, putChanges } from "../put-changes.ts";
import { isRefused, sendAgain } from "../send-again.ts";
import { sendMovedAgain } from "../send-moved-again.ts";
import { choicesFor } from "./choices.ts";
import { accountsMatched, customerOfAccount } from "./matched-customers.ts";
import { noteChoice, openTaskOf } from "./task-table.ts";

type Tx = Transaction<Database>;

export interface SettleParts {
  readonly store: Store;
  readonly salesforce: Pick<SalesforceClient, "query">;
  readonly hub: Pick<Hub, "poke">;
  readonly clock: Clock;
  readonly log: Log;
}

/** What somebody chose; `accountId` with `use-match` only. */
export type Settling =
  | { readonly choice: Exclude<TaskChoice, "use-match"> }
  | { readonly choice: "use-match"; readonly accountId: string };

export type Settled = { readonly ok: true } | { readonly ok: false; readonly error: TaskProblem };

/**
 * Carries out what a person chose, in one transaction: the choice, the changes it needs, and the job that sends the
 * estimate again. Done twice, or by two people at once, the second one is told `not_open`.
 */
export async function settleTask(
  parts: SettleParts,
  identity: Identity,
  taskId: string,
  settling: Settling,
): Promise<Settled> {
  const { store, hub, clock, log } = parts;
  const { companyId } = identity;
  let fetched: MirroredRow | null = null;
  if (settling.choice === "use-match") {
    const matched = await fetchUnknown(parts, companyId, taskId, settling.accountId);
    if (!matched.ok) return matched;
    fetched = matched.row;
  }
  const choosing = { identity, taskId, settling, fetched, now: clock.now() };
  const outcome = await store.write((tx) => carryOut(tx, choosing));
  if (!outcome.ok) return outcome;
  log.info("task.settled", { task: taskId, choice: settling.choice, user: identity.userId });
  if (outcome.rev !== null) hub.poke(companyId, outcome.rev);
  return { ok: true };
}

interface Choosing {
  readonly identity: Identity;
  readonly taskId: string;
  readonly settling: Settling;
  /** The matched Account, where the mirror has not met it. */
  readonly fetched: MirroredRow | null;
  readonly now: number;
}

type CarriedOut =
  | { readonly ok: true; readonly rev: number | null }
  | { readonly ok: false; readonly error: TaskProblem };

async function carryOut(
  tx: Tx,
  { identity, taskId, settling, fetched, now }: Choosing,
): Promise<CarriedOut> {
  const { companyId, userId } = identity;
  const { choice } = settling;
  const task = await openTaskOf(tx, companyId, taskId);
  const estimate = task && (await readRecord(tx, companyId, "estimate", task.estimateId));
  if (!task || !estimate || !isRefused(estimate)) return { ok: false, error: "not_open" };
  if (!choicesFor(identity, task, estimate).includes(choice))
    return { ok: false, error: "not_offered" };
  if (fetched) await applyRows(tx, companyId, mirroredObjects.Account, [fetched], now);
  const moved =
    settling.choice === "use-match"
      ? await movedToMatch(tx, companyId, estimate, settling.accountId)
      : [estimate];
  if (moved === null) return { ok: false, error: "match_gone" };
  await noteChoice(tx, taskId, choice, userId, now);
  if (choice === "dismiss") return { ok: true, rev: await nextRevision(tx) };
  const by = { userId, ...(choice === "create-anyway" && { allowDuplicates: true }) };
  // Others of this customer were refused for the same match; they need no second answer.
  const others = moved.filter(({ id }) => id !== estimate.id);
  const changes = [...(await sendMovedAgain(tx, companyId, others, "duplicate", { userId }, now))];
  for (const own of moved.filter(({ id }) => id === estimate.id))
    changes.push(await sendAgain(tx, companyId, own, by, now));
  return { ok: true, rev: await putChanges(tx, companyId, changes, now) };
}

/** Everything of our customer, as it stands with the one in Salesforce; null when that one is not there any more. */
async function movedToMatch(
  tx: Tx,
  companyId: string,
  estimate: AnyRecord,
  accountId: string,
): Promise<readonly Change[] | null> {
  const target = await customerOfAccount(tx, companyId, accountId);
  if (!target || target.deleted) return null;
  const from = String(estimate.fields["customerId"]);
  const moved = await moveCustomer(tx, companyId, from, target.id);
  // It has been moved already, by a merge.
  return moved.length === 0 ? [estimate] : moved;
}

type Fetched =
  | { readonly ok: true; readonly row: MirroredRow | null }
  | { readonly ok: false; readonly error: TaskProblem };

/** The matched Account as Salesforce has it, where the mirror has not met it yet. */
async function fetchUnknown(
  { store, salesforce }: SettleParts,
  companyId: string,
  taskId: string,
  accountId: string,
): Promise<Fetched> {
  const known = await store.read(async (tx) => {
    const task = await openTaskOf(tx, companyId, taskId);
    if (!task) return "not_open";
    const accounts = await accountsMatched(tx, companyId, task.matches);
    if (!accounts.includes(accountId)) return "not_offered";
    return (await customerOfAccount(tx, companyId, accountId)) ? null : "unknown";
  });
  if (known === null) return { ok: true, row: null };
  if (known !== "unknown") return { ok: false, error: known };
  const { name: from, select } = mirroredObjects.Account;
  const rows = await salesforce.query(
    { from, select, where: { field: "Id", is: "=", value: accountId }, limit: 1 },
    z.unknown(),
  );
  if (!rows.ok) return { ok: false, error: "salesforce_away" };
  const row = mirroredObjects.Account.read(rows.value[0]);
  return row ? { ok: true, row } : { ok: false, error: "match_gone" };
}
