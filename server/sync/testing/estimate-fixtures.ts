import type { AnyFields } from "../../../shared/estimate/record.ts";
import { newSurface } from "../../../shared/pricing/default-surfaces.ts";
import type { Mutation } from "../../../shared/sync/mutation.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { PROTOCOL, type PushRequest, SCHEMA } from "../../../shared/sync/wire.ts";
import type { Identity } from "../../identity.ts";
import { nextRevision, putRecord } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** What tests of sync say, in as few words as possible. */

export const NOW = Date.UTC(2026, 5, 1, 15, 0, 0);

/** A UUID that is told apart at a glance. */
export const uuid = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

export const TABLET = uuid(0xa1);
export const OTHER_TABLET = uuid(0xa2);

export const maria: Identity = {
  companyId: "00D000000000001AAA",
  companyName: "Brightside Painting",
  userId: "005000000000001AAA",
  userName: "Maria Ortiz",
  role: "estimator",
};
export const colleague: Identity = { ...maria, userId: "005000000000002AAA", userName: "Sam Lee" };
/** Keeps the price book. */
export const boss: Identity = {
  ...maria,
  userId: "005000000000003AAA",
  userName: "Pat Bell",
  role: "manager",
};
export const stranger: Identity = {
  ...maria,
  companyId: "00D000000000002AAA",
  companyName: "Elsewhere Painting",
  userId: "005000000000009AAA",
};

export const customerFields: AnyFields = {
  name: "Jo Field",
  phone: "",
  email: "",
  street: "1 Elm St",
  city: "Dayton",
  state: "OH",
  postalCode: "45402",
  salesforceAccountId: null,
};

export const estimateFields: AnyFields = {
  customerId: "c1",
  title: "Living room",
  street: "1 Elm St",
  city: "Dayton",
  state: "OH",
  postalCode: "45402",
  priceBookId: "book",
  opportunityId: null,
  yearBuilt: null,
  leadSafe: null,
  discounts: "",
  notesForCustomer: "",
  notesForCrew: "",
  createdAt: "2026-06-01T15:00:00.000Z",
  estimatorName: "Maria Ortiz",
  estimatorId: null,
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  acceptedOn: null,
  crmState: "none",
  crmMessage: null,
  crmOpportunityId: null,
  crmQuoteId: null,
  crmSentAt: null,
};

export const areaFields: AnyFields = {
  estimateId: "e1",
  order: "V",
  kind: "room",
  name: "Living room",
  length: "12'6\"",
  width: "14",
  height: "9",
  doors: 1,
  windows: 2,
  access: "normal",
  occupancy: "empty",
  note: "",
};

export const surfaceFields: AnyFields = {
  estimateId: "e1",
  areaId: "a1",
  order: "V",
  ...newSurface("walls", true),
};

export const itemFields: AnyFields = {
  estimateId: "e1",
  order: "V",
  kind: "cost",
  label: "Wallpaper",
  quantity: "1",
  unitCost: 45_000,
  materialCost: 0,
  margin: null,
  painters: "",
  addOn: "",
  areaId: null,
  optional: false,
  ticked: true,
  group: "",
};

export const bookFields: AnyFields = {
  name: "Book",
  document: "{}",
  isExample: true,
  version: 1,
  publishedBy: "",
  publishedAt: null,
  note: "",
};

export const addCustomer: Operation = {
  op: "add",
  entity: "customer",
  id: "c1",
  fields: customerFields,
};
export const addEstimate: Operation = {
  op: "add",
  entity: "estimate",
  id: "e1",
  fields: estimateFields,
};
export const addArea: Operation = { op: "add", entity: "area", id: "a1", fields: areaFields };

type Value = string | number | boolean | null;
export const setField = (
  entity: Operation["entity"],
  id: string,
  field: string,
  from: Value,
  to: Value,
): Operation => ({ op: "set", entity, id, field, from, to });

/** @param number makes the mutation's id. */
export const mutation = (
  number: number,
  seq: number,
  operations: Operation[],
  name: Mutation["name"] = "edit.redo",
): Mutation => ({
  id: uuid(number),
  seq,
  name,
  version: 1,
  operations,
  at: "2026-06-01T15:00:00.000Z",
});

export const pushOf = (
  mutations: Mutation[],
  clientId: string = TABLET,
  epoch: number | null = null,
): PushRequest => ({
  protocol: PROTOCOL,
  schema: SCHEMA,
  build: "test",
  clientId,
  epoch,
  mutations,
});

/** A record that the server holds from elsewhere: a mirrored customer, a price book. */
export const seed = (
  store: Store,
  companyId: string,
  entity: "customer" | "priceBook" | "opportunity",
  id: string,
  fields: AnyFields,
): Promise<void> =>
  store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
    await putRecord(tx, companyId, { entity, id, fields, deleted: false }, stamp);
  });

/** Makes the people of the fixtures known by their names, as signing in does. */
export const registerPeople = (store: Store): Promise<void> =>
  store.write(async (tx) => {
    const rows = [maria, colleague, boss, stranger].map(
      ({ userId, companyId, userName, role }) => ({
        id: userId,
        company_id: companyId,
        name: userName,
        email: "",
        role,
      }),
    );
    await tx.insertInto("user").values(rows).execute();
  });

export const seedBook = (store: Store, companyId: string = maria.companyId): Promise<void> =>
  seed(store, companyId, "priceBook", "book", bookFields);
