import * as z from "zod/mini";
import type { EntityName } from "../../../shared/estimate/entities.ts";
import type { AnyFields } from "../../../shared/estimate/record.ts";
import { uuidSchema } from "../../../shared/identifiers.ts";
import type { Condition } from "../soql.ts";

/** The objects that tablets get a copy of, parents first: rows are applied in this order. */
export const mirroredNames = ["Account", "Contact", "Opportunity"] as const;
export type MirroredName = (typeof mirroredNames)[number];

/** A row of Salesforce, read into our words. */
export interface MirroredRow {
  readonly salesforceId: string;
  /** SystemModstamp in Unix milliseconds. */
  readonly stamp: number;
  /** The id our record gets when we meet this row for the first time. */
  readonly recordId: string;
  /** The Account it hangs on; null for an Account. */
  readonly parent: { readonly salesforceId: string; readonly recordId: string } | null;
  /** Not for tablets any more: a closed opportunity, a contact without an account. */
  readonly gone: boolean;
  /** What Salesforce says; `customerId` is added when the parent's record is known. */
  readonly fields: AnyFields;
}

export interface MirroredObject {
  readonly name: MirroredName;
  readonly entity: EntityName;
  readonly select: readonly string[];
  /** Which rows a tablet may have at all; a first load asks for those only. */
  readonly wanted?: Condition | undefined;
  /** Fields of a new record that Salesforce has no word for. */
  readonly born: AnyFields;
  /** Null for a row in an unknown shape. */
  read(row: unknown): MirroredRow | null;
}

const SHORT = 120;
const STREET = 255;
const cut = (text: string | null | undefined, length = SHORT): string =>
  (text ?? "").trim().slice(0, length);

const nullableText = z.optional(z.nullable(z.string()));
const rowBase = { Id: z.string(), SystemModstamp: z.string(), Paintbox_Id__c: nullableText };
const account = z.object({
  ...rowBase,
  Name: z.string(),
  Phone: nullableText,
  BillingStreet: nullableText,
  BillingCity: nullableText,
  BillingState: nullableText,
  BillingPostalCode: nullableText,
});
const child = {
  ...rowBase,
  AccountId: nullableText,
  Account: z.optional(z.nullable(z.object({ Paintbox_Id__c: nullableText }))),
};
const contact = z.object({
  ...child,
  Name: nullableText,
  Phone: nullableText,
  MobilePhone: nullableText,
  Email: nullableText,
});
const opportunity = z.object({
  ...child,
  Name: z.string(),
  StageName: z.string(),
  CloseDate: z.string(),
  IsClosed: z.boolean(),
});

/** A record born on a tablet keeps its id: its row carries it in Paintbox_Id__c. */
const recordIdOf = (salesforceId: string, paintboxId: string | null | undefined): string =>
  z.safeParse(uuidSchema, paintboxId).success && paintboxId ? paintboxId : salesforceId;

const parentOf = (row: {
  AccountId?: string | null | undefined;
  Account?: { Paintbox_Id__c?: string | null | undefined } | null | undefined;
}): MirroredRow["parent"] =>
  row.AccountId
    ? {
        salesforceId: row.AccountId,
        recordId: recordIdOf(row.AccountId, row.Account?.Paintbox_Id__c),
      }
    : null;

/** Reads with a schema; a row that does not fit, or whose time cannot be read, is null. */
function reader<S extends z.ZodMiniType<{ SystemModstamp: string }>>(
  schema: S,
  read: (row: z.infer<S>, stamp: number) => MirroredRow,
): (row: unknown) => MirroredRow | null {
  return (row) => {
    const parsed = z.safeParse(schema, row);
    if (!parsed.success) return null;
    const stamp = Date.parse(parsed.data.SystemModstamp);
    return Number.isNaN(stamp) ? null : read(parsed.data, stamp);
  };
}

const ROW_FIELDS = ["Id", "SystemModstamp", "Paintbox_Id__c"];
const CHILD_FIELDS = [...ROW_FIELDS, "AccountId", "Account.Paintbox_Id__c"];

export const mirroredObjects: Readonly<Record<MirroredName, MirroredObject>> = {
  Account: {
    name: "Account",
    entity: "customer",
    select: [
      ...ROW_FIELDS,
      "Name",
      "Phone",
      "BillingStreet",
      "BillingCity",
      "BillingState",
      "BillingPostalCode",
    ],
    // An Account has no e-mail address; one typed on a tablet stays ours (its Contact carries it over).
    born: { email: "" },
    read: reader(account, (row, stamp) => ({
      salesforceId: row.Id,
      stamp,
      recordId: recordIdOf(row.Id, row.Paintbox_Id__c),
      parent: null,
      gone: false,
      fields: {
        name: cut(row.Name),
        phone: cut(row.Phone),
        street: cut(row.BillingStreet, STREET),
        city: cut(row.BillingCity),
        state: cut(row.BillingState),
        postalCode: cut(row.BillingPostalCode),
        salesforceAccountId: row.Id,
      },
    })),
  },
  Contact: {
    name: "Contact",
    entity: "contact",
    select: [...CHILD_FIELDS, "Name", "Phone", "MobilePhone", "Email"],
    born: {},
    read: reader(contact, (row, stamp) => ({
      salesforceId: row.Id,
      stamp,
      recordId: recordIdOf(row.Id, row.Paintbox_Id__c),
      parent: parentOf(row),
      gone: !row.AccountId,
      fields: {
        name: cut(row.Name),
        phone: cut(row.Phone ?? row.MobilePhone),
        email: cut(row.Email),
        salesforceContactId: row.Id,
      },
    })),
  },
  Opportunity: {
    name: "Opportunity",
    entity: "opportunity",
    select: [...CHILD_FIELDS, "Name", "StageName", "CloseDate", "IsClosed"],
    wanted: { field: "IsClosed", is: "=", value: false },
    born: {},
    read: reader(opportunity, (row, stamp) => ({
      salesforceId: row.Id,
      stamp,
      // Its Paintbox_Id__c names the estimate that filled it, not an opportunity of ours.
      recordId: row.Id,
      parent: parentOf(row),
      gone: row.IsClosed || !row.AccountId,
      fields: { name: cut(row.Name), stage: cut(row.StageName), closeDate: cut(row.CloseDate) },
    })),
  },
};
