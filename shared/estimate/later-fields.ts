import { type EntityName, type Fields, isEntityName, type Scalar } from "./entities.ts";
import type { AnyFields, AnyRecord } from "./record.ts";

/** What a schema of records added to the one before. */
interface Addition {
  readonly schema: number;
  readonly entities: readonly EntityName[];
  /** The value each new field is born with in a record that was written before it existed. */
  readonly fields: { readonly [E in EntityName]?: Partial<Fields<E>> };
}

/** The one place that knows what records looked like before; a schema that was released is never edited. */
const additions: readonly Addition[] = [
  {
    schema: 2,
    entities: ["bookDraft", "bookChange"],
    fields: {
      estimate: { leadSafe: null, discounts: "", acceptedOn: null },
      surface: {
        prepHours: null,
        prepTasks: "",
        product: "",
        sheen: "",
        method: "",
        primer: "",
        condition: "",
        colourChange: "",
        texture: "",
      },
      item: {
        kind: "cost",
        materialCost: 0,
        margin: null,
        painters: "",
        addOn: "",
        areaId: null,
        optional: false,
        ticked: true,
        group: "",
      },
      priceBook: { version: 1, publishedBy: "", publishedAt: null, note: "" },
    },
  },
  {
    schema: 3,
    entities: [],
    fields: {
      estimate: { estimatorId: null },
      conflict: {
        authorAt: null,
        theirsName: "",
        theirsAt: null,
        values: "[]",
        resolution: null,
        resolvedBy: "",
        resolvedAt: null,
      },
    },
  },
];

type Born = readonly (readonly [string, Scalar])[];

const bornSince = (entity: EntityName, schema: number): Born =>
  additions
    .filter((addition) => addition.schema > schema)
    .flatMap(({ fields }) => Object.entries(fields[entity] ?? {}));

/** Every later field of an entity with the value it is born with. */
const born: ReadonlyMap<string, Born> = new Map(
  additions
    .flatMap(({ fields }) => Object.keys(fields))
    .filter(isEntityName)
    .map((entity) => [entity, bornSince(entity, 0)]),
);

/** Entities whose records of an earlier schema lack a field. */
export const grownEntities: readonly EntityName[] = [...born.keys()].filter(isEntityName);

/** What a record that was written by an earlier schema lacks, with the values it is born with. */
export const missingFields = (entity: EntityName, record: object): AnyFields =>
  Object.fromEntries(born.get(entity)?.filter(([name]) => !Object.hasOwn(record, name)) ?? []);

/** Fields as today's schema has them; those that are there stay as they are. */
export function withLaterFields(entity: EntityName, fields: AnyFields): AnyFields {
  // Nearly every record is of today's schema, and a pull has a thousand.
  const isWhole = born.get(entity)?.every(([name]) => Object.hasOwn(fields, name)) ?? true;
  return isWhole ? fields : { ...fields, ...missingFields(entity, fields) };
}

/** A record as a tablet of an earlier schema knows it, or null when it has no such records. */
export function asKnownTo(schema: number, record: AnyRecord): AnyRecord | null {
  const isUnknown = additions.some(
    (addition) => addition.schema > schema && addition.entities.includes(record.entity),
  );
  if (isUnknown) return null;
  const later = new Set(bornSince(record.entity, schema).map(([name]) => name));
  if (later.size === 0) return record;
  const known = Object.entries(record.fields).filter(([name]) => !later.has(name));
  return { ...record, fields: Object.fromEntries(known) };
}
