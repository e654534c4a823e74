import * as z from "zod/mini";
import { identifierSchema } from "../identifiers.ts";

/**
 * Every kind of record that lives on a tablet and on the server, field by field. The same schemas check a
 * tablet's mutation before it is saved and again before the server applies it.
 *
 * Field values are JSON scalars, so that a field-level compare-and-set (docs/sync.md) can compare them.
 */

const shortText = z.string().check(z.maxLength(120));
/** Characters of the longest text a tablet writes. */
export const MAX_TEXT = 4000;
const note = z.string().check(z.maxLength(MAX_TEXT));
/** Screens and Salesforce cannot print a 30th of February, so none is let in. */
const isOnCalendar = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 19));
};
/** ISO 8601 instant from a tablet's clock: shown to people, never used to order anything. */
const instant = z
  .string()
  .check(
    z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/),
    z.refine(isOnCalendar, "not a moment of any day"),
  );
const cents = z.int().check(z.gte(-1_000_000_000_00), z.lte(1_000_000_000_00));
const orderKey = z.string().check(z.regex(/^[0-9A-Za-z]{1,100}$/));
/** A measure exactly as it was keyed in: `12'6"`, `12 6`, also half-typed `12'`. Parsed where it is used. */
const typedMeasure = z.string().check(z.maxLength(40));
/** A key of the price book: a substrate, an access band, a prep level, an option. */
const priceBookKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const openingCount = z.int().check(z.gte(0), z.lte(99));

export const areaKinds = ["room", "side"] as const;
export const estimateStatuses = ["draft", "accepted"] as const;
/** How far an accepted estimate has come on its way into Salesforce; `none` until it is accepted. */
export const crmStates = ["none", "waiting", "sent", "refused"] as const;

export const entities = {
  /** A person or firm to work for: mirrored from Salesforce, or made on the spot in the driveway. */
  customer: z.strictObject({
    name: shortText,
    phone: shortText,
    email: shortText,
    street: z.string().check(z.maxLength(255)),
    city: shortText,
    state: shortText,
    postalCode: shortText,
    /** Server only: the Account behind it; null until a customer made on the spot has reached Salesforce. */
    salesforceAccountId: z.nullable(z.string()),
  }),
  /** Server only: a person at a customer's, mirrored from Salesforce. */
  contact: z.strictObject({
    customerId: identifierSchema,
    name: shortText,
    phone: shortText,
    email: shortText,
    salesforceContactId: z.nullable(z.string()),
  }),
  /** Server only: an open Salesforce Opportunity that a new estimate can be made for. */
  opportunity: z.strictObject({
    customerId: identifierSchema,
    name: shortText,
    stage: shortText,
    closeDate: shortText,
  }),
  estimate: z.strictObject({
    customerId: identifierSchema,
    title: shortText,
    street: z.string().check(z.maxLength(255)),
    city: shortText,
    state: shortText,
    postalCode: shortText,
    /** The price book this estimate keeps: the id of a `priceBook` record. */
    priceBookId: identifierSchema,
    /** An existing open Opportunity to fill; null makes a new one. */
    opportunityId: z.nullable(identifierSchema),
    yearBuilt: z.nullable(z.int().check(z.gte(1600), z.lte(2200))),
    notesForCustomer: note,
    notesForCrew: note,
    createdAt: instant,
    estimatorName: shortText,
    /** Changed by the mutations `estimate.accept` and `estimate.reopen` only. */
    status: z.enum(estimateStatuses),
    acceptedOption: z.nullable(priceBookKey),
    acceptedTotal: z.nullable(cents),
    acceptedAt: z.nullable(instant),
    /** Server only, like every field below: what became of it in Salesforce. */
    crmState: z.enum(crmStates),
    crmMessage: z.nullable(z.string()),
    crmOpportunityId: z.nullable(z.string()),
    crmQuoteId: z.nullable(z.string()),
    crmSentAt: z.nullable(instant),
  }),
  /** A room, or one side of a house. */
  area: z.strictObject({
    estimateId: identifierSchema,
    order: orderKey,
    kind: z.enum(areaKinds),
    name: shortText,
    length: typedMeasure,
    width: typedMeasure,
    height: typedMeasure,
    doors: openingCount,
    windows: openingCount,
    access: priceBookKey,
    occupancy: priceBookKey,
    note: note,
  }),
  /** A substrate of an area that is painted: walls, ceiling, baseboard, doors, siding... */
  surface: z.strictObject({
    estimateId: identifierSchema,
    areaId: identifierSchema,
    order: orderKey,
    substrate: priceBookKey,
    painted: z.boolean(),
    /** Overrides the option's coats; null leaves the choice to good / better / best. */
    coats: z.nullable(z.int().check(z.gte(1), z.lte(4))),
    /** Overrides what the area's dimensions give, in the substrate's unit, as typed: `324` or `18.5`. */
    quantity: z.nullable(typedMeasure),
    prep: priceBookKey,
    /** Colour name or code; empty: not chosen yet, pooled under the substrate's colour slot. */
    colour: shortText,
  }),
  /** A free line: a quantity of something at a cost, priced by the price book's rule for items. */
  item: z.strictObject({
    estimateId: identifierSchema,
    order: orderKey,
    label: shortText,
    quantity: typedMeasure,
    unitCost: cents,
  }),
  /** Server only: a published price book; `document` is its JSON text (shared/pricing). */
  priceBook: z.strictObject({
    name: shortText,
    document: z.string(),
    isExample: z.boolean(),
  }),
  /** Server only: an edit that met another edit. The server's value stands, the later arrival is kept here. */
  conflict: z.strictObject({
    estimateId: z.nullable(identifierSchema),
    entity: z.string(),
    entityId: identifierSchema,
    /** The field, or `*` when a whole record was deleted under an edit. */
    field: z.string(),
    /** JSON text of what the author had seen, of what stands, and of what the author wanted. */
    base: z.string(),
    theirs: z.string(),
    mine: z.string(),
    mutationId: identifierSchema,
    authorName: z.string(),
    state: z.enum(["open", "resolved"]),
  }),
} as const;

export type EntityName = keyof typeof entities;
export type Fields<E extends EntityName> = z.infer<(typeof entities)[E]>;
export type FieldName<E extends EntityName> = keyof Fields<E> & string;
export type Scalar = string | number | boolean | null;

/** Entities that only the server writes; a tablet's mutation on one of them is refused. */
export const serverEntities: ReadonlySet<EntityName> = new Set([
  "contact",
  "opportunity",
  "priceBook",
  "conflict",
]);

/** Fields that only the server writes on entities that tablets do write, with the value they are born with. */
export const serverFields: {
  readonly [E in EntityName]?: { readonly [F in FieldName<E>]?: Scalar };
} = {
  customer: { salesforceAccountId: null },
  estimate: {
    crmState: "none",
    crmMessage: null,
    crmOpportunityId: null,
    crmQuoteId: null,
    crmSentAt: null,
  },
};

/** Fields that only `estimate.accept` and `estimate.reopen` change: what a customer agreed to. */
export const acceptanceFields: ReadonlySet<string> = new Set([
  "status",
  "acceptedOption",
  "acceptedTotal",
  "acceptedAt",
]);

/** Which fields name a record that must exist, and of which entity it must be. */
export const references: {
  readonly [E in EntityName]?: { readonly [F in FieldName<E>]?: EntityName };
} = {
  estimate: { customerId: "customer", priceBookId: "priceBook", opportunityId: "opportunity" },
  area: { estimateId: "estimate" },
  surface: { estimateId: "estimate", areaId: "area" },
  item: { estimateId: "estimate" },
};

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name);

const fieldSchemas = (entity: EntityName): Readonly<Record<string, z.ZodMiniType>> =>
  entities[entity].shape;

/** The names of an entity's fields, in the order of its schema. */
export const fieldNames = (entity: EntityName): readonly string[] =>
  Object.keys(fieldSchemas(entity));

/** Why a value cannot stand in a field, or null when it can. */
export function fieldProblem(entity: EntityName, field: string, value: unknown): string | null {
  const schema = Object.hasOwn(fieldSchemas(entity), field)
    ? fieldSchemas(entity)[field]
    : undefined;
  if (schema === undefined) return `${entity} has no field ${field}`;
  const result = z.safeParse(schema, value);
  if (result.success) return null;
  return `${entity}.${field}: ${result.error.issues[0]?.message ?? "not allowed"}`;
}
