import type { Transaction } from "kysely";
import type {
  AccountAnswer,
  AccountRow,
  ContactRow,
  EstimateRow,
  OpportunityRow,
} from "../../../shared/salesforce/reads.ts";
import type { EntityName } from "../../../shared/estimate/entities.ts";
import { type AnyRecord, asRecordOf, type RecordOf } from "../../../shared/estimate/record.ts";
import { readRecord, recordsNaming } from "../../store/records.ts";
import type { Database } from "../../store/schema.ts";
import { knownRows } from "../mirror/mirror-rows.ts";
import { mirroredObjects, type MirroredName } from "../mirror/mirrored-objects.ts";

type Tx = Transaction<Database>;

/** What the mirror has of a row of Salesforce; null when it has not met it, or it is not for tablets any more. */
export async function mirroredRecord(
  tx: Tx,
  companyId: string,
  object: MirroredName,
  salesforceId: string,
): Promise<AnyRecord | null> {
  const row = (await knownRows(tx, companyId, object, [salesforceId])).get(salesforceId);
  const { entity } = mirroredObjects[object];
  const record = row && (await readRecord(tx, companyId, entity, row.recordId));
  return record && !record.deleted ? record : null;
}

async function living<E extends EntityName>(
  tx: Tx,
  companyId: string,
  entity: E,
  customerId: string,
): Promise<readonly RecordOf<E>[]> {
  const records = await recordsNaming(tx, companyId, entity, "customerId", customerId);
  return records.flatMap((record) =>
    record.deleted ? [] : (asRecordOf(entity, record.id, record.fields) ?? []),
  );
}

/** An Account with its people and open sales, from our own records. */
export async function mirroredAccount(
  tx: Tx,
  companyId: string,
  accountId: string,
): Promise<AccountAnswer | null> {
  const record = await mirroredRecord(tx, companyId, "Account", accountId);
  const customer = record && asRecordOf("customer", record.id, record.fields);
  if (!customer) return null;
  const contacts = await living(tx, companyId, "contact", customer.id);
  const opportunities = await living(tx, companyId, "opportunity", customer.id);
  return {
    account: accountRow(customer, accountId),
    contacts: contacts.flatMap((contact) => contactRow(contact, accountId) ?? []),
    opportunities: opportunities.map((opportunity) => opportunityRow(opportunity, accountId)),
  };
}

/** The estimates of a customer of ours. */
export async function estimatesOf(
  tx: Tx,
  companyId: string,
  customerId: string,
): Promise<readonly EstimateRow[]> {
  return (await living(tx, companyId, "estimate", customerId)).map(estimateRow);
}

/** The estimates that have filled this Opportunity, or were made for it. */
export async function estimatesOfOpportunity(
  tx: Tx,
  companyId: string,
  opportunityId: string,
): Promise<readonly EstimateRow[]> {
  const found = new Map<string, EstimateRow>();
  for (const field of ["crmOpportunityId", "opportunityId"])
    for (const record of await recordsNaming(tx, companyId, "estimate", field, opportunityId)) {
      const estimate = record.deleted ? null : asRecordOf("estimate", record.id, record.fields);
      if (estimate) found.set(record.id, estimateRow(estimate));
    }
  return [...found.values()];
}

export const accountRow = (customer: RecordOf<"customer">, accountId: string): AccountRow => {
  const { name, phone, street, city, state, postalCode } = customer;
  return { id: accountId, name, phone, street, city, state, postalCode };
};

/** Null for a contact that has not come from Salesforce. */
export const contactRow = (
  { name, phone, email, salesforceContactId: id }: RecordOf<"contact">,
  accountId: string | null,
): ContactRow | null => (id === null ? null : { id, name, phone, email, accountId });

/** An opportunity of ours is always one of Salesforce's, by its id. */
export const opportunityRow = (
  { id, name, stage, closeDate }: RecordOf<"opportunity">,
  accountId: string | null,
): OpportunityRow => ({ id, name, stage, closeDate, accountId });

const estimateRow = (estimate: RecordOf<"estimate">): EstimateRow => {
  const { id, title, status, crmState, crmOpportunityId, crmQuoteId } = estimate;
  return { id, title, status, crmState, opportunityId: crmOpportunityId, quoteId: crmQuoteId };
};

/** The Account of a customer of ours; null when it has none, or is gone. */
export async function accountIdOf(
  tx: Tx,
  companyId: string,
  customerId: unknown,
): Promise<string | null> {
  const customer = await readRecord(tx, companyId, "customer", String(customerId));
  const accountId = customer?.deleted === false ? customer.fields["salesforceAccountId"] : null;
  return typeof accountId === "string" ? accountId : null;
}
