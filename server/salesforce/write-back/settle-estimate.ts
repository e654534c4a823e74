import type { Transaction } from "kysely";
import type { AnyFields, AnyRecord, RecordOf } from "../../../shared/estimate/record.ts";
import { readRecord } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import { knownRows, rememberRows } from "../mirror/mirror-rows.ts";
import { type Change, putChanges } from "../put-changes.ts";
import { endTasks, openTask } from "../tasks/task-table.ts";
import type { AcceptedEstimate } from "./accepted-estimate.ts";
import type { Refusal } from "./refusal.ts";
import type { SentTo } from "./send.ts";

type Tx = Transaction<Database>;

/**
 * Notes on the estimate, and on a customer that is new to Salesforce, where they stand there now.
 *
 * @returns the revision tablets are told of.
 */
export async function noteSent(
  tx: Tx,
  companyId: string,
  { estimate, customer }: AcceptedEstimate,
  to: SentTo,
  now: number,
): Promise<number | null> {
  const changes: Change[] = [];
  await endTasks(tx, companyId, estimate.id, now);
  const standing = await readRecord(tx, companyId, "estimate", estimate.id);
  if (standing) {
    const ids = { crmOpportunityId: to.opportunityId, crmQuoteId: to.quoteId };
    // Reopened or accepted anew while we were sending: what was sent is there, but it is not this any more.
    const same =
      standing.fields["status"] === "accepted" &&
      standing.fields["acceptedAt"] === estimate.acceptedAt &&
      standing.fields["acceptedTotal"] === estimate.acceptedTotal &&
      standing.fields["acceptedOption"] === estimate.acceptedOption;
    const state = { crmState: "sent", crmMessage: null, crmSentAt: new Date(now).toISOString() };
    changes.push(withFields(standing, same ? { ...ids, ...state } : ids));
  }
  if (customer.salesforceAccountId === null && to.accountId !== null) {
    const record = await readRecord(tx, companyId, "customer", customer.id);
    if (record) changes.push(withFields(record, { salesforceAccountId: to.accountId }));
    await expectAccount(tx, companyId, customer, to.accountId);
  }
  return putChanges(tx, companyId, changes, now);
}

/**
 * The mirror meets the new Account soon: it then changes only what differs from what we sent. If it has met
 * it already, it knows better than we do.
 */
async function expectAccount(
  tx: Tx,
  companyId: string,
  customer: RecordOf<"customer">,
  salesforceId: string,
): Promise<void> {
  const known = await knownRows(tx, companyId, "Account", [salesforceId]);
  if (known.size > 0) return;
  const { id: recordId, name, phone, street, city, state, postalCode } = customer;
  const sent = { name, phone, street, city, state, postalCode, salesforceAccountId: salesforceId };
  await rememberRows(tx, companyId, "Account", [{ salesforceId, recordId, fields: sent }]);
}

/** Notes on the estimate why Salesforce does not take it, and asks people; a draft by now has nothing to be told. */
export async function noteRefused(
  tx: Tx,
  companyId: string,
  estimateId: string,
  refusal: Refusal,
  now: number,
): Promise<number | null> {
  const standing = await readRecord(tx, companyId, "estimate", estimateId);
  if (!standing || standing.deleted || standing.fields["status"] !== "accepted") return null;
  await openTask(tx, companyId, estimateId, refusal, now);
  const changes = [withFields(standing, { crmState: "refused", crmMessage: refusal.message })];
  return putChanges(tx, companyId, changes, now);
}

const withFields = (record: AnyRecord, fields: AnyFields): Change => ({
  entity: record.entity,
  id: record.id,
  deleted: record.deleted,
  fields: { ...record.fields, ...fields },
});
