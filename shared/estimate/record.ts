import * as z from "zod/mini";
import { identifierSchema } from "../identifiers.ts";
import { entities, type EntityName, type Fields, isEntityName, type Scalar } from "./entities.ts";

/** The fields of a record whose entity is not known at compile time. */
export type AnyFields = Readonly<Record<string, Scalar>>;

export const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const anyFieldsSchema = z.record(z.string(), scalarSchema);
export const entityNameSchema = z.custom<EntityName>(
  (value) => typeof value === "string" && isEntityName(value),
  "not an entity of this version",
);

/**
 * A record as the server holds it and as pulls carry it.
 *
 * `deleted` records are tombstones: they keep their last fields, so that a late edit can still be shown
 * beside what it met. `rev` is the server's clock at the last change.
 */
export const recordSchema = z.strictObject({
  entity: entityNameSchema,
  id: identifierSchema,
  fields: anyFieldsSchema,
  deleted: z.boolean(),
  rev: z.int().check(z.gte(0)),
  updatedBy: z.string(),
});
export type AnyRecord = z.infer<typeof recordSchema>;

/** A living record of one entity with its fields checked. */
export type RecordOf<E extends EntityName> = { readonly id: string } & Readonly<Fields<E>>;

/**
 * Checks loose fields against their entity's schema.
 *
 * @returns the typed record, or null when a newer or older build wrote fields this one does not know.
 */
export const asRecordOf = <E extends EntityName>(
  entity: E,
  id: string,
  fields: unknown,
): RecordOf<E> | null => (areFieldsOf(entity, fields) ? { id, ...fields } : null);

const areFieldsOf = <E extends EntityName>(entity: E, fields: unknown): fields is Fields<E> =>
  z.safeParse(entities[entity], fields).success;
