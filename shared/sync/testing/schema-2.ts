import type { AnyFields, AnyRecord } from "../../estimate/record.ts";
import type { Mutation } from "../mutation.ts";
import type { Operation } from "../operations.ts";

/**
 * Records and mutations as tablets and servers of schema 2 wrote them. Never edited: they stand for what is on
 * disks out there.
 */

const uuid = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

export const secondCustomer: AnyFields = {
  name: "Jo Field",
  phone: "303 555 0142",
  email: "",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  salesforceAccountId: null,
};

export const secondEstimate: AnyFields = {
  customerId: "c1",
  title: "Upstairs",
  street: "1 Elm St",
  city: "Golden",
  state: "CO",
  postalCode: "80401",
  priceBookId: "book-2",
  opportunityId: null,
  yearBuilt: 1962,
  leadSafe: true,
  discounts: "neighbour spring",
  notesForCustomer: "",
  notesForCrew: "Dog in the yard",
  createdAt: "2026-11-01T15:00:00.000Z",
  estimatorName: "Maria Ortiz",
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

export const secondArea: AnyFields = {
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

export const secondSurface: AnyFields = {
  estimateId: "e1",
  areaId: "a1",
  order: "V",
  substrate: "walls",
  painted: true,
  coats: 2,
  quantity: null,
  prep: "by-option",
  prepHours: "1.5",
  prepTasks: "caulk=100 scrape=20",
  product: "premium",
  sheen: "satin",
  method: "",
  primer: "none",
  condition: "",
  colourChange: "",
  texture: "",
  colour: "Oat milk",
};

export const secondItem: AnyFields = {
  estimateId: "e1",
  order: "V",
  kind: "crew-days",
  label: "Two painters",
  quantity: "2",
  unitCost: 0,
  materialCost: 4_500,
  margin: "30",
  painters: "2",
  addOn: "",
  areaId: "a1",
  optional: true,
  ticked: true,
  group: "A",
};

export const secondPriceBook: AnyFields = {
  name: "Autumn rates",
  document: '{"format":2,"id":"book-2"}',
  isExample: false,
  version: 3,
  publishedBy: "Pat Bell",
  publishedAt: "2026-10-01T08:00:00.000Z",
  note: "Walls a little dearer",
};

/** As the server kept a clash: without who, when and every value in turn. */
export const secondConflict: AnyFields = {
  estimateId: "e1",
  entity: "area",
  entityId: "a1",
  field: "name",
  base: '"Room"',
  theirs: '"Bedroom"',
  mine: '"Study"',
  mutationId: uuid(0x99),
  authorName: "Sam Lee",
  state: "open",
};

const record = (entity: AnyRecord["entity"], id: string, fields: AnyFields) =>
  ({ entity, id, fields, deleted: false }) as const;

/** A job with everything a job has, the book it is priced with, and two people who do not agree. */
export const secondRecords: readonly Omit<AnyRecord, "rev" | "updatedBy">[] = [
  record("priceBook", "book-2", secondPriceBook),
  record("customer", "c1", secondCustomer),
  record("estimate", "e1", secondEstimate),
  record("area", "a1", secondArea),
  record("surface", "s1", secondSurface),
  { ...record("surface", "s2", { ...secondSurface, substrate: "ceiling" }), deleted: true },
  record("item", "i1", secondItem),
  record("conflict", "k1", secondConflict),
];

const mutation = (seq: number, name: Mutation["name"], operations: Operation[]): Mutation => ({
  id: uuid(seq),
  seq,
  name,
  version: 1,
  operations,
  at: "2026-11-01T15:00:00.000Z",
});

const of = (...ids: readonly string[]): Operation[] =>
  secondRecords
    .filter(({ id }) => ids.includes(id))
    .map(({ entity, id, fields }) => ({ op: "add", entity, id, fields }));

/** The same job as a tablet made it, edit by edit. */
export const secondMutations: readonly Mutation[] = [
  mutation(1, "customer.create", of("c1")),
  mutation(2, "estimate.create", of("e1")),
  mutation(3, "area.add", of("a1", "s1", "s2")),
  mutation(4, "item.add", of("i1")),
  mutation(5, "surface.remove", [
    { op: "remove", entity: "surface", id: "s2", seen: { ...secondSurface, substrate: "ceiling" } },
  ]),
  mutation(6, "area.edit", [
    { op: "set", entity: "area", id: "a1", field: "note", from: "", to: "Wet wall" },
  ]),
];
