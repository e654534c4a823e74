import * as z from "zod/mini";
import type {
  AccountAnswer,
  AccountRow,
  ContactAnswer,
  ContactRow,
  OpportunityAnswer,
  OpportunityRow,
  QuoteRow,
} from "../../../shared/salesforce/reads.ts";
import { pageOf, queryPath, type SalesforceClient } from "../client.ts";
import { partAs, type Subrequest } from "../composite.ts";
import { type Answer, answered, failed } from "../errors.ts";
import type { Query } from "../soql.ts";

/** Reads of what the mirror does not hold, each one API call. */

const text = z.prefault(z.nullable(z.string()), null);
const accountSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Phone: text,
  BillingStreet: text,
  BillingCity: text,
  BillingState: text,
  BillingPostalCode: text,
});
const contactSchema = z.object({
  Id: z.string(),
  Name: text,
  Phone: text,
  MobilePhone: text,
  Email: text,
  AccountId: text,
});
const opportunitySchema = z.object({
  Id: z.string(),
  Name: z.string(),
  StageName: z.string(),
  CloseDate: z.string(),
  AccountId: text,
});
const quoteSchema = z.object({
  Id: z.string(),
  QuoteNumber: text,
  Status: text,
  GrandTotal: z.nullable(z.number()),
});

const fieldsOf = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape);
/** Of the people and sales of one Account: more is for a report, not for a tablet. */
const MOST_RELATED = 200;

export async function askAccount(
  salesforce: SalesforceClient,
  id: string,
): Promise<Answer<AccountAnswer>> {
  const ofAccount = { field: "AccountId", is: "=", value: id } as const;
  const part = (referenceId: string, query: Query): Subrequest => ({
    method: "GET",
    url: queryPath(query),
    referenceId,
  });
  const answer = await salesforce.composite(
    [
      part("accounts", byId("Account", fieldsOf(accountSchema), id)),
      part("contacts", {
        from: "Contact",
        select: fieldsOf(contactSchema),
        where: ofAccount,
        orderBy: ["Name"],
        limit: MOST_RELATED,
      }),
      part("opportunities", {
        from: "Opportunity",
        select: fieldsOf(opportunitySchema),
        where: ofAccount,
        orderBy: ["CloseDate", "Id"],
        limit: MOST_RELATED,
      }),
    ],
    { allOrNone: false, purpose: "read", repeatable: true },
  );
  if (!answer.ok) return answer;
  const accounts = partAs(answer.value, "accounts", pageOf(accountSchema));
  if (!accounts.ok) return accounts;
  const contacts = partAs(answer.value, "contacts", pageOf(contactSchema));
  if (!contacts.ok) return contacts;
  const opportunities = partAs(answer.value, "opportunities", pageOf(opportunitySchema));
  if (!opportunities.ok) return opportunities;
  const [account] = accounts.value.records;
  if (!account) return failed("not_found", "no such Account");
  return answered({
    account: accountOf(account),
    contacts: contacts.value.records.map(contactOf),
    opportunities: opportunities.value.records.map(opportunityOf),
  });
}

const byId = (from: string, select: readonly string[], id: string): Query => ({
  from,
  select,
  where: { field: "Id", is: "=", value: id },
  limit: 1,
});

async function askOne<S extends z.ZodMiniObject, T>(
  salesforce: SalesforceClient,
  object: string,
  schema: S,
  id: string,
  read: (row: z.infer<S>) => T,
): Promise<Answer<T>> {
  const rows = await salesforce.query(byId(object, fieldsOf(schema), id), schema);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return row ? answered(read(row)) : failed("not_found", `no such ${object}`);
}

export const askContact = (
  salesforce: SalesforceClient,
  id: string,
): Promise<Answer<ContactAnswer>> =>
  askOne(salesforce, "Contact", contactSchema, id, (row) => ({ contact: contactOf(row) }));

export const askOpportunity = (
  salesforce: SalesforceClient,
  id: string,
): Promise<Answer<OpportunityAnswer>> =>
  askOne(salesforce, "Opportunity", opportunitySchema, id, (row) => ({
    opportunity: opportunityOf(row),
  }));

export const askQuote = (salesforce: SalesforceClient, id: string): Promise<Answer<QuoteRow>> =>
  askOne(salesforce, "Quote", quoteSchema, id, (row) => ({
    id: row.Id,
    number: row.QuoteNumber ?? "",
    status: row.Status ?? "",
    grandTotal: row.GrandTotal,
  }));

/** Salesforce's own search over Accounts; its index is some seconds behind. */
export async function askSearch(
  salesforce: SalesforceClient,
  words: string,
  limit: number,
): Promise<Answer<readonly AccountRow[]>> {
  const found = await salesforce.search(
    words,
    "Account",
    fieldsOf(accountSchema),
    limit,
    accountSchema,
  );
  return found.ok ? answered(found.value.map(accountOf)) : found;
}

const accountOf = (row: z.infer<typeof accountSchema>): AccountRow => ({
  id: row.Id,
  name: row.Name,
  phone: row.Phone ?? "",
  street: row.BillingStreet ?? "",
  city: row.BillingCity ?? "",
  state: row.BillingState ?? "",
  postalCode: row.BillingPostalCode ?? "",
});

const contactOf = (row: z.infer<typeof contactSchema>): ContactRow => ({
  id: row.Id,
  name: row.Name ?? "",
  phone: row.Phone ?? row.MobilePhone ?? "",
  email: row.Email ?? "",
  accountId: row.AccountId,
});

const opportunityOf = (row: z.infer<typeof opportunitySchema>): OpportunityRow => ({
  id: row.Id,
  name: row.Name,
  stage: row.StageName,
  closeDate: row.CloseDate,
  accountId: row.AccountId,
});
