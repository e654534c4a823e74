/**
 * Create, update, upsert and delete of one record. Each is whole or throws a SalesforceError and
 * leaves the store as it was. The caller runs them inside `store.transact`.
 */
import type { JsonObject } from "../json-value.ts";
import type { FieldValue } from "../objects/field.ts";
import { parseRecordId } from "../objects/record-id.ts";
import { childRelationships, findField, findObject } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { notFound, SalesforceError } from "../salesforce-error.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { type Assignments, readAssignments } from "./assignments.ts";
import { coerce } from "./coerce.ts";
import { applyOrgRules, type RuleContext } from "./org-rules.ts";
import { rollUp } from "./roll-up.ts";
import { deriveFields } from "./rules.ts";

export type Writer = RuleContext & {
  /** Who writes. */
  readonly userId: string;
  /** When, in wire form. */
  readonly stamp: string;
  /** Takes the record for this request. @throws SalesforceError UNABLE_TO_LOCK_ROW */
  readonly lock: (id: string) => void;
};

export type Written = { readonly id: string; readonly created: boolean };

export function createRecord(writer: Writer, object: SObject, body: JsonObject): Written {
  if ("Id" in body || "id" in body) {
    throw new SalesforceError(
      "INVALID_FIELD_FOR_INSERT_UPDATE",
      "cannot specify Id in an insert call",
      400,
      ["Id"],
    );
  }
  refuseReadOnlyObject(object);
  const assignments = readAssignments(writer.store, object, body, "create");
  return { id: insert(writer, object, assignments), created: true };
}

export function updateRecord(
  writer: Writer,
  object: SObject,
  id: string,
  body: JsonObject,
): Written {
  refuseReadOnlyObject(object);
  const before = requireRecord(writer.store, object, id);
  if ("Id" in body || "id" in body) {
    throw new SalesforceError(
      "INVALID_FIELD",
      "The Id field should not be specified in the sobject data.",
    );
  }
  change(writer, object, before, readAssignments(writer.store, object, body, "update"));
  return { id: before.Id, created: false };
}

/** Creates the record, or updates the one that already has this value in its external-id field. */
export function upsertRecord(
  writer: Writer,
  object: SObject,
  externalField: string,
  externalValue: string,
  body: JsonObject,
): Written {
  refuseReadOnlyObject(object);
  const field = findField(object, externalField);
  if (!field?.externalId) throw notAnExternalId(externalField);
  if (Object.keys(body).some((key) => key.toLowerCase() === field.name.toLowerCase())) {
    throw new SalesforceError(
      "INVALID_FIELD",
      `The ${field.name} field should not be specified in the sobject data.`,
    );
  }
  const before = writer.store.findUnique(object, field.name, externalValue);
  if (before) {
    change(writer, object, before, readAssignments(writer.store, object, body, "update"));
    return { id: before.Id, created: false };
  }
  const key = { [field.name]: coerce(field, externalValue) };
  const id = insert(writer, object, {
    ...readAssignments(writer.store, object, body, "create"),
    ...key,
  });
  return { id, created: true };
}

/** Puts the record, and what belongs to it, into the recycle bin. */
export function deleteRecord(writer: Writer, object: SObject, id: string): void {
  refuseReadOnlyObject(object);
  const record = requireRecord(writer.store, object, id);
  const { stamp, userId } = writer;
  writer.store.put(object, { ...record, IsDeleted: true, ...modified(stamp, userId) });
  for (const child of childRelationships(object)) {
    if (!child.reference.cascade) continue;
    for (const each of writer.store.children(child.object, child.field.name, record.Id)) {
      deleteRecord(writer, child.object, each.Id);
    }
  }
  rollUp(writer.store, object, record, stamp);
}

/** The live record with this id; refuses malformed ids, other objects' ids and the recycle bin. */
export function requireRecord(store: RecordStore, object: SObject, id: string): StoredRecord {
  const parsed = parseRecordId(id);
  if (parsed === undefined) {
    if (id.length === 15 || id.length === 18)
      throw new SalesforceError("MALFORMED_ID", `malformed id ${id}`);
    throw notAnExternalId(id);
  }
  if (!parsed.startsWith(object.keyPrefix)) {
    throw new SalesforceError(
      "MALFORMED_ID",
      `${object.label} ID: id value of incorrect type: ${parsed}`,
      400,
      ["Id"],
    );
  }
  const record = store.get(object, parsed);
  if (!record) throw notFound();
  if (record["IsDeleted"] === true)
    throw new SalesforceError("ENTITY_IS_DELETED", "entity is deleted", 404, []);
  return record;
}

function notAnExternalId(name: string): SalesforceError {
  return new SalesforceError(
    "NOT_FOUND",
    `Provided external ID field does not exist or is not accessible: ${name}`,
    404,
  );
}

function refuseReadOnlyObject(object: SObject): void {
  if (object.writable) return;
  throw new SalesforceError(
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    `entity type ${object.name} is set-up data here`,
  );
}

const modified = (stamp: string, userId: string) => ({
  LastModifiedDate: stamp,
  LastModifiedById: userId,
  SystemModstamp: stamp,
});

function insert(writer: Writer, object: SObject, assignments: Assignments): string {
  const { store, userId, stamp } = writer;
  const values: Record<string, FieldValue> = {};
  for (const field of object.fields) values[field.name] = field.fallback;
  if (findField(object, "OwnerId")) values["OwnerId"] = userId;
  const given = Object.fromEntries(
    Object.entries(assignments).filter(([, value]) => value !== null),
  );
  const draft: StoredRecord = {
    ...values,
    ...given,
    Id: store.newId(object),
    CreatedDate: stamp,
    CreatedById: userId,
    ...modified(stamp, userId),
  };
  save(writer, object, draft);
  return draft.Id;
}

function change(
  writer: Writer,
  object: SObject,
  before: StoredRecord,
  assignments: Assignments,
): void {
  const draft = {
    ...before,
    ...assignments,
    Id: before.Id,
    ...modified(writer.stamp, writer.userId),
  };
  save(writer, object, draft, before);
}

function save(writer: Writer, object: SObject, draft: StoredRecord, before?: StoredRecord): void {
  const { store, stamp } = writer;
  refuseMissing(object, draft);
  refuseUnknownParents(store, object, draft, before);
  refuseDuplicates(store, object, draft);
  applyOrgRules(writer, object, draft, before);
  lockParents(writer, object, draft);
  const record = { ...draft, ...deriveFields(store, object, draft, before) };
  store.put(object, record);
  rollUp(store, object, record, stamp);
}

/** A write below a record takes that one too, as the real one does for roll-ups and sharing. */
function lockParents({ lock }: Writer, object: SObject, draft: StoredRecord): void {
  lock(draft.Id);
  for (const { name, reference } of object.fields) {
    const id = draft[name];
    if (reference?.cascade === true && typeof id === "string") lock(id);
  }
}

function refuseMissing(object: SObject, draft: StoredRecord): void {
  const missing = object.fields.filter((field) => field.required && draft[field.name] === null);
  if (missing.length === 0) return;
  const names = missing.map((field) => field.name);
  throw new SalesforceError(
    "REQUIRED_FIELD_MISSING",
    `Required fields are missing: [${names.join(", ")}]`,
    400,
    names,
  );
}

function refuseUnknownParents(
  store: RecordStore,
  object: SObject,
  draft: StoredRecord,
  before?: StoredRecord,
): void {
  for (const { name, reference } of object.fields) {
    const id = draft[name];
    if (!reference || typeof id !== "string" || id === before?.[name]) continue;
    const target = findObject(reference.to);
    const parent = target && store.get(target, id);
    if (!parent)
      throw new SalesforceError(
        "INVALID_CROSS_REFERENCE_KEY",
        "invalid cross reference id",
        400,
        [],
      );
    if (parent["IsDeleted"] === true)
      throw new SalesforceError("ENTITY_IS_DELETED", "entity is deleted", 400, []);
  }
}

function refuseDuplicates(store: RecordStore, object: SObject, draft: StoredRecord): void {
  for (const { name, unique } of object.fields) {
    const value = draft[name];
    if (!unique || typeof value !== "string") continue;
    const other = store.findUnique(object, name, value);
    if (other && other.Id !== draft.Id) {
      throw new SalesforceError(
        "DUPLICATE_VALUE",
        `duplicate value found: ${name} duplicates value on record with id: ${other.Id.slice(0, 15)}`,
        400,
        [],
      );
    }
  }
}
