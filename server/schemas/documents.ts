import * as z from "zod/mini";
import { isMembers, type Members } from "../../shared/pricing/known-keys.ts";
import { priceBookSchema } from "../../shared/pricing/price-book.ts";
import { calculationSchema } from "../../shared/pricing/wire/calculation.ts";
import { pricedEstimateSchema } from "../../shared/pricing/wire/priced-estimate-schema.ts";
import { sentEstimateSchema } from "../../shared/pricing/wire/sent-estimate.ts";
import { calculationDescriptions } from "./describe-calculation.ts";
import { estimateDescriptions } from "./describe-estimate.ts";
import { priceBookDescriptions } from "./describe-price-book.ts";
import { pricedEstimateDescriptions } from "./describe-priced-estimate.ts";
import { describe, type Descriptions } from "./describe.ts";
import { parts } from "./parts.ts";

interface Source {
  readonly schema: z.core.$ZodType;
  readonly title: string;
  readonly description: string;
  readonly descriptions: Descriptions;
}

/** The documents by their names under `/api/v1/schemas/`. */
const sources = {
  "estimate.json": {
    schema: sentEstimateSchema,
    title: "An estimate to be priced",
    description:
      "The records of an estimate by value, as POST /api/v1/calculations takes them. What has a default may be left out. Beyond what this schema can say, ids are distinct and items name areas that are there.",
    descriptions: estimateDescriptions,
  },
  "price-book.json": {
    schema: priceBookSchema,
    title: "A price book",
    description:
      "Everything a contractor decides about prices. Beyond what this schema can say, keys are distinct, what an entry names exists, and numbers make sense together: whoever reads a price book says what is wrong with it, entry by entry.",
    descriptions: priceBookDescriptions,
  },
  "priced-estimate.json": {
    schema: pricedEstimateSchema,
    title: "A priced estimate",
    description:
      "Every option of the price book side by side. Money is whole cents, everything else an exact fraction.",
    descriptions: pricedEstimateDescriptions,
  },
  "calculation.json": {
    schema: calculationSchema,
    title: "A request to price an estimate",
    description: "The body of POST /api/v1/calculations.",
    descriptions: calculationDescriptions,
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SchemaName = keyof typeof sources;
export const schemaNames: readonly SchemaName[] = Object.keys(sources).filter(
  (name): name is SchemaName => Object.hasOwn(sources, name),
);

const DAY = String.raw`\d{4}-\d\d-\d\d`;
/** Every day of the calendar and no other: leap days are in years that 4 divides, and centuries that 400 does. */
const CALENDAR =
  "(?:" +
  [
    String.raw`\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
    String.raw`\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
    String.raw`\d{4}-02-(?:0[1-9]|1\d|2[0-8])`,
    String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`,
  ].join("|") +
  ")";
const TIME = String.raw`T\d\d:\d\d:\d\d`;
const CLOCK = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;

/** What the source checks with code and a pattern can say as well. */
function withCalendar(json: Members): void {
  const { pattern } = json;
  if (typeof pattern !== "string" || !pattern.startsWith(`^${DAY}`)) return;
  Object.assign(json, { pattern: pattern.replace(DAY, CALENDAR).replace(TIME, CLOCK) });
}

/** Documents refer to one another instead of containing each other. */
const elsewhere = new Map<z.core.$ZodType, SchemaName>([
  [sentEstimateSchema, "estimate.json"],
  [priceBookSchema, "price-book.json"],
]);

function referTo(name: SchemaName, json: object): void {
  for (const member of Object.keys(json)) Reflect.deleteProperty(json, member);
  Object.assign(json, { $ref: name });
}

/** The names of the parts that a document refers to, also from within other parts. */
function usedParts(node: unknown, defs: Members, used = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(node)) for (const inner of node) usedParts(inner, defs, used);
  if (!isMembers(node)) return used;
  for (const [name, inner] of Object.entries(node)) {
    if (name === "$defs") continue;
    const part = name === "$ref" ? String(inner).replace("#/$defs/", "") : "";
    if (!Object.hasOwn(defs, part) || used.has(part)) usedParts(inner, defs, used);
    else usedParts(defs[part], defs, used.add(part));
  }
  return used;
}

function jsonSchemaOf(name: SchemaName): Members {
  const { schema } = sources[name];
  const document = z.toJSONSchema(schema, {
    io: "input",
    metadata: parts,
    override: ({ zodSchema, jsonSchema }) => {
      const other = elsewhere.get(zodSchema);
      if (other !== undefined && other !== name) return referTo(other, jsonSchema);
      withCalendar(jsonSchema);
    },
  });
  const { $schema, $defs = {}, ...rest } = document;
  const used = usedParts(rest, $defs);
  const kept = Object.entries($defs).filter(([part]) => used.has(part));
  return { ...rest, ...(kept.length > 0 && { $defs: Object.fromEntries(kept) }), $schema };
}

/**
 * One of the JSON Schemas (2020-12) that are served, made from the schemas that the server itself reads with.
 *
 * @param base the address they are served under, with a slash at its end.
 */
export function schemaDocument(name: SchemaName, base: string): Members {
  const { title, description, descriptions } = sources[name];
  const { $schema, ...document } = jsonSchemaOf(name);
  describe(document, descriptions);
  return { $schema, $id: `${base}${name}`, title, description, ...document };
}
