import * as z from "zod/mini";
import { identifierSchema, isPlainText } from "../identifiers.ts";
import { isCalendarDay } from "../units/calendar-day.ts";

/**
 * Every kind of record that lives on a tablet and on the server, field by field. The same schemas check a
 * tablet's mutation before it is saved and again before the server applies it.
 *
 * Field values are JSON scalars, so that a field-level compare-and-set (docs/sync.md) can compare them.
 */

const shortText = z.string().check(z.maxLength(120));
/** Characters of the longest text a tablet writes. */
export const MAX_TEXT = 4000;
/** Characters of the longest entry of a price book: every rate a curve of forty points stays below. */
export const MAX_ENTRY = 40_000;
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
/** A key of the price book, or empty: as the option, or the book's first, says. */
const ownChoice = z.string().check(z.regex(/^([a-z][a-z0-9-]{0,39})?$/));
/** A text of megabytes is refused before its pattern is tried: that would take more stack than there is. */
const atMost = (length: number) => z.maxLength(length, { abort: true });
/** Several keys of the price book in alphabetical order, one space between them: `neighbour spring`. */
const keyList = z.string().check(atMost(400), z.regex(/^([a-z][a-z0-9-]{0,39}( (?!$)|$))*$/));
/** Percent of a surface by prep task, in alphabetical order: `caulk=100 scrape=20`. */
const taskPercents = z
  .string()
  .check(atMost(600), z.regex(/^([a-z][a-z0-9-]{0,39}=\d{1,3}( (?!$)|$))*$/));
/** A calendar day on the tablet, `2026-11-26`. */
const day = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isCalendarDay, "not a day of any calendar"));

export const areaKinds = ["room", "side"] as const;
/** How a line is priced: at cost plus profit, at a price as typed, by painters and days, or as an add-on of the book. */
export const itemKinds = ["cost", "price", "crew-days", "add-on"] as const;
export const estimateStatuses = ["draft", "accepted"] as const;
/** How far an accepted estimate has come on its way into Salesforce; `none` until it is accepted. */
export const crmStates = ["none", "waiting", "sent", "refused"] as const;

/** How a conflict was settled: with its author's value, with the one that stood, or with another. */
export const resolutions = ["mine", "theirs", "other"] as const;

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
    /** Whether the work is done lead-safe; null: not decided yet. */
    leadSafe: z.nullable(z.boolean()),
    /** The named discounts of the price book that are given. */
    discounts: keyList,
    notesForCustomer: note,
    notesForCrew: note,
    createdAt: instant,
    estimatorName: shortText,
    /** Whose estimate it is: it stays on that person's tablets however old it gets. Null: nobody's in particular. */
    estimatorId: z.nullable(identifierSchema),
    /** Changed by the mutations `estimate.accept` and `estimate.reopen` only. */
    status: z.enum(estimateStatuses),
    acceptedOption: z.nullable(priceBookKey),
    acceptedTotal: z.nullable(cents),
    acceptedAt: z.nullable(instant),
    /** The day of the acceptance where the tablet was; discounts end by it. */
    acceptedOn: z.nullable(day),
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
    /** Hours of prep as typed, whatever the level says; null leaves it to `prepTasks` and `prep`. */
    prepHours: z.nullable(typedMeasure),
    /** Prep by task in percent of the surface, whatever the level says; empty leaves it to `prep`. */
    prepTasks: taskPercents,
    /** Override the option's; empty leaves them to it. */
    product: ownChoice,
    sheen: ownChoice,
    method: ownChoice,
    /** `none` wants no primer although the option has one. */
    primer: ownChoice,
    /** Empty: the usual one, first in the price book. */
    condition: ownChoice,
    colourChange: ownChoice,
    texture: ownChoice,
    /** Colour name or code; empty: not chosen yet, pooled under the substrate's colour slot. */
    colour: shortText,
  }),
  /** A line beside the measured surfaces: something bought in, days of a crew, a price by word of mouth, an add-on. */
  item: z.strictObject({
    estimateId: identifierSchema,
    order: orderKey,
    kind: z.enum(itemKinds),
    label: shortText,
    /** Pieces; days of a crew for `crew-days`. */
    quantity: typedMeasure,
    /** Of a piece: the cost without material for `cost`, the whole price for `price`. */
    unitCost: cents,
    /** Material in it, taxed where materials are: of a piece, for `crew-days` of the whole line. */
    materialCost: cents.check(z.gte(0)),
    /** Percent of the price instead of the price book's profit, as typed; null leaves it to the book. */
    margin: z.nullable(typedMeasure),
    /** How many painters, for `crew-days`. */
    painters: typedMeasure,
    /** The price book's add-on, for `add-on`. */
    addOn: ownChoice,
    /** The area whose work it covers, to say what it implies for a square foot. */
    areaId: z.nullable(identifierSchema),
    /** Optional: counts only while `ticked`, which the customer decides. */
    optional: z.boolean(),
    ticked: z.boolean(),
    /** Optional lines of one group are alternates: one of them at the most. Empty: none. */
    group: shortText,
  }),
  /** A published price book, added once and never changed; `document` is its JSON text (shared/pricing). */
  priceBook: z.strictObject({
    name: shortText,
    document: z.string(),
    isExample: z.boolean(),
    /** Counts up with every publication; the highest is the current one. */
    version: z.int().check(z.gte(1)),
    publishedBy: shortText,
    publishedAt: z.nullable(instant),
    /** What the manager said about it. */
    note: note,
  }),
  /** Managers only: a price book being edited. There is one at a time; publishing or discarding ends it. */
  bookDraft: z.strictObject({
    /** The published book it starts from. */
    priceBookId: identifierSchema,
    startedBy: shortText,
    startedAt: instant,
    note: note,
  }),
  /** Managers only: one entry or setting of a draft that is not as in the book it starts from. */
  bookChange: z.strictObject({
    draftId: identifierSchema,
    /** `substrates/walls`, or a single setting: `labour`. */
    path: z.string().check(z.regex(/^[a-zA-Z]{1,30}(\/[a-z0-9-]{1,40})?$/)),
    /** The entry as JSON text; null takes it out. */
    value: z.nullable(z.string().check(z.maxLength(MAX_ENTRY))),
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
    /** When the author made the edit, by their tablet. */
    authorAt: z.nullable(instant),
    /** Who made the value stand that the author had not seen, and when; empty where the log does not tell. */
    theirsName: z.string(),
    theirsAt: z.nullable(instant),
    /** JSON text: every value the author wanted in turn, the last one being `mine`. */
    values: z.string(),
    /** Which value a person chose, who it was and when. */
    resolution: z.nullable(z.enum(resolutions)),
    resolvedBy: z.string(),
    resolvedAt: z.nullable(instant),
  }),
} as const;

export type EntityName = keyof typeof entities;
export type Fields<E extends EntityName> = z.infer<(typeof entities)[E]>;
export type FieldName<E extends EntityName> = keyof Fields<E> & string;
export type Scalar = string | number | boolean | null;

/**
 * Entities that only the server writes; a tablet's mutation on one of them is refused. Who may write price books
 * and their drafts is said in shared/sync/book-mutations.ts.
 */
export const serverEntities: ReadonlySet<EntityName> = new Set([
  "contact",
  "opportunity",
  "conflict",
]);

/** Characters of the longest value that a tablet can have seen in a field of an entity it edits. */
export const longestValue = (entity: EntityName): number =>
  entity === "bookChange" ? MAX_ENTRY : MAX_TEXT;

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
  "acceptedOn",
]);

/** Which fields name a record that must exist, and of which entity it must be. */
export const references: {
  readonly [E in EntityName]?: { readonly [F in FieldName<E>]?: EntityName };
} = {
  estimate: { customerId: "customer", priceBookId: "priceBook", opportunityId: "opportunity" },
  area: { estimateId: "estimate" },
  surface: { estimateId: "estimate", areaId: "area" },
  item: { estimateId: "estimate", areaId: "area" },
  bookDraft: { priceBookId: "priceBook" },
  bookChange: { draftId: "bookDraft" },
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
  if (typeof value === "string" && !isPlainText(value))
    return `${entity}.${field}: a NUL character`;
  const result = z.safeParse(schema, value);
  if (result.success) return null;
  return `${entity}.${field}: ${result.error.issues[0]?.message ?? "not allowed"}`;
}
