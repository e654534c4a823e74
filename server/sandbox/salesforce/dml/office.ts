/** What people of the office do by hand, and no REST call can: merging accounts, converting a lead. */
import * as z from "zod/mini";

import { account, contact, lead } from "../objects/customers.ts";
import { user } from "../objects/people.ts";
import { childRelationships } from "../objects/registry.ts";
import { opportunity } from "../objects/sales.ts";
import { type OrgSettingsBook } from "../org-settings.ts";
import { notFound } from "../salesforce-error.ts";
import type { RecordStore } from "../store/record-store.ts";
import { toWireDatetime } from "../wire-time.ts";
import { createRecord, requireRecord, type Writer } from "./write.ts";

export const mergeSchema = z.object({ master: z.string(), duplicate: z.string() });
export const convertSchema = z.object({ lead: z.string() });
export const undeleteSchema = z.object({ account: z.string() });

/** A writer who is stopped by nothing but the org's rules. */
export function administrator({
  store,
  settings,
  clock,
}: {
  readonly store: RecordStore;
  readonly settings: OrgSettingsBook;
  readonly clock: () => Date;
}): Writer {
  const [someone] = store.all(user);
  return {
    store,
    settings: settings.current,
    allowDuplicates: true,
    lock: () => undefined,
    userId: someone?.Id ?? "",
    stamp: toWireDatetime(clock()),
  };
}

/** The duplicate's records go to the master; the duplicate lies in the recycle bin and names its master. */
export function mergeAccounts(
  { store, stamp }: Writer,
  { master, duplicate }: z.infer<typeof mergeSchema>,
): void {
  store.transact(() => {
    const kept = requireRecord(store, account, master);
    const lost = requireRecord(store, account, duplicate);
    for (const { object, field } of childRelationships(account))
      for (const child of store.children(object, field.name, lost.Id))
        store.put(object, { ...child, [field.name]: kept.Id, SystemModstamp: stamp });
    store.put(account, {
      ...lost,
      IsDeleted: true,
      MasterRecordId: kept.Id,
      SystemModstamp: stamp,
      LastModifiedDate: stamp,
    });
    store.put(account, { ...kept, SystemModstamp: stamp, LastModifiedDate: stamp });
  });
}

/** Takes an Account out of the recycle bin, without what was deleted with it. */
export function undeleteAccount({ store, stamp }: Writer, id: string): void {
  store.transact(() => {
    const found = store.get(account, id);
    if (!found) throw notFound();
    store.put(account, { ...found, IsDeleted: false, MasterRecordId: null, SystemModstamp: stamp });
  });
}

/** @returns the ids of what the lead has become */
export function convertLead(writer: Writer, id: string) {
  const { store, stamp } = writer;
  return store.transact(() => {
    const found = requireRecord(store, lead, id);
    const { Street, City, State, PostalCode, Phone, Email, FirstName, LastName, Company } = found;
    const made = createRecord(writer, account, {
      Name: Company,
      Phone,
      BillingStreet: Street,
      BillingCity: City,
      BillingState: State,
      BillingPostalCode: PostalCode,
    });
    const person = createRecord(writer, contact, {
      FirstName,
      LastName,
      Email,
      Phone,
      AccountId: made.id,
    });
    const sale = createRecord(writer, opportunity, {
      Name: Company,
      AccountId: made.id,
      StageName: "Prospecting",
      CloseDate: stamp.slice(0, 10),
    });
    store.put(lead, {
      ...found,
      Status: "Closed - Converted",
      IsConverted: true,
      ConvertedAccountId: made.id,
      ConvertedContactId: person.id,
      ConvertedOpportunityId: sale.id,
      SystemModstamp: stamp,
      LastModifiedDate: stamp,
    });
    return { accountId: made.id, contactId: person.id, opportunityId: sale.id };
  });
}
