import type { AnyFields, AnyRecord } from "../../estimate/record.ts";
import type { Mutation } from "../mutation.ts";
import type { Operation } from "../operations.ts";

/**
 * Records and mutations as tablets and servers of schema 1 wrote them. Never edited: they stand for what is on
 * disks out there.
 */

const uuid = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

export const firstCustomer: AnyFields = {
  name: "Jo Field",
  phone: "303 555 0142",
  email: "",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  salesforceAccountId: null,
};

export const firstEstimate: AnyFields = {
  customerId: "c1",
  title: "Upstairs",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  priceBookId: "example-2026-11",
  opportunityId: null,
  yearBuilt: 1962,
  notesForCustomer: "",
  notesForCrew: "Dog in the yard",
  createdAt: "2026-06-01T15:00:00.000Z",
  estimatorName: "Maria Ortiz",
  status: "draft",
  acceptedOption: null,
  acceptedTotal: null,
  acceptedAt: null,
  crmState: "none",
  crmMessage: null,
  crmOpportunityId: null,
  crmQuoteId: null,
  crmSentAt: null,
};

export const firstArea: AnyFields = {
  estimateId: "e1",
  order: "V",
  kind: "room",
  name: "Bedroom",
  length: "12'6\"",
  width: "14",
  height: "9",
  doors: 1,
  windows: 2,
  access: "normal",
  occupancy: "empty",
  note: "",
};

export const firstSurface: AnyFields = {
  estimateId: "e1",
  areaId: "a1",
  order: "V",
  substrate: "walls",
  painted: true,
  coats: 2,
  quantity: null,
  prep: "by-option",
  colour: "Oat milk",
};

export const firstItem: AnyFields = {
  estimateId: "e1",
  order: "V",
  label: "Dumpster",
  quantity: "1",
  unitCost: 45_000,
};

export const firstPriceBook: AnyFields = {
  name: "Example rates, November 2026",
  document: '{"format":1,"id":"example-2026-11"}',
  isExample: true,
};

const record = (entity: AnyRecord["entity"], id: string, fields: AnyFields) =>
  ({ entity, id, fields, deleted: false }) as const;

/** A job with everything a job has, and the book it is priced with. */
export const firstRecords: readonly Omit<AnyRecord, "rev" | "updatedBy">[] = [
  record("priceBook", "example-2026-11", firstPriceBook),
  record("customer", "c1", firstCustomer),
  record("estimate", "e1", firstEstimate),
  record("area", "a1", firstArea),
  record("surface", "s1", firstSurface),
  { ...record("surface", "s2", { ...firstSurface, substrate: "ceiling" }), deleted: true },
  record("item", "i1", firstItem),
];

const add = ({ entity, id, fields }: (typeof firstRecords)[number]): Operation => ({
  op: "add",
  entity,
  id,
  fields,
});
const set = (
  field: string,
  from: string | number | null,
  to: string | number | null,
): Operation => ({ op: "set", entity: "estimate", id: "e1", field, from, to });

const mutation = (seq: number, name: Mutation["name"], operations: Operation[]): Mutation => ({
  id: uuid(seq),
  seq,
  name,
  version: 1,
  operations,
  at: "2026-06-01T15:00:00.000Z",
});

const of = (...ids: readonly string[]): Operation[] =>
  firstRecords.filter(({ id }) => ids.includes(id)).map(add);

export const FIRST_ACCEPTED_AT = "2026-06-02T02:30:00.000Z";

export const firstAcceptance = (option: string, total: number): Operation[] => [
  set("status", "draft", "accepted"),
  set("acceptedOption", null, option),
  set("acceptedTotal", null, total),
  set("acceptedAt", null, FIRST_ACCEPTED_AT),
];

export const firstReopening = (
  option: string,
  total: number,
  at = FIRST_ACCEPTED_AT,
): Operation[] => [
  set("status", "accepted", "draft"),
  set("acceptedOption", option, null),
  set("acceptedTotal", total, null),
  set("acceptedAt", at, null),
];

/** The same job as a tablet made it, edit by edit, up to the customer's yes at a total nobody checks here. */
export const firstMutations: readonly Mutation[] = [
  mutation(1, "customer.create", of("c1")),
  mutation(2, "estimate.create", of("e1")),
  mutation(3, "area.add", of("a1", "s1", "s2")),
  mutation(4, "item.add", of("i1")),
  mutation(5, "surface.remove", [
    {
      op: "remove",
      entity: "surface",
      id: "s2",
      seen: { ...firstSurface, substrate: "ceiling" },
    },
  ]),
  mutation(6, "estimate.accept", firstAcceptance("good", 123_456)),
];
