/**
 * Reads the body of a create, update or upsert: which fields get which values. Parents may be
 * named by an external id: `{"Account": {"Paintbox_Id__c": "…"}}` sets AccountId.
 */
import { isJsonObject, type JsonObject } from "../json-value.ts";
import type { FieldValue } from "../objects/field.ts";
import { findField, findObject, findParent } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError, UnreadableBodyError } from "../salesforce-error.ts";
import type { RecordStore } from "../store/record-store.ts";
import { coerce } from "./coerce.ts";

export type Assignments = Readonly<Record<string, FieldValue>>;

export function readAssignments(
  store: RecordStore,
  object: SObject,
  body: JsonObject,
  mode: "create" | "update",
): Assignments {
  const assignments: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(body)) {
    if (key === "attributes") continue;
    const field = findField(object, key);
    if (!field) {
      const [name, id] = readParent(store, object, key, value);
      refuseUnwritable(object, name, mode);
      assignments[name] = id;
      continue;
    }
    refuseUnwritable(object, field.name, mode);
    assignments[field.name] = coerce(field, value);
  }
  return assignments;
}

function refuseUnwritable(object: SObject, name: string, mode: "create" | "update"): void {
  const field = findField(object, name);
  if (mode === "create" ? field?.createable : field?.updateable) return;
  throw new SalesforceError(
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    400,
    [name],
  );
}

function readParent(
  store: RecordStore,
  object: SObject,
  key: string,
  value: unknown,
): readonly [name: string, id: string | null] {
  const parent = findParent(object, key);
  const target = parent && findObject(parent.reference.to);
  if (!parent || !target) {
    throw new UnreadableBodyError(
      "INVALID_FIELD",
      `No such column '${key}' on sobject of type ${object.name}`,
    );
  }
  if (value === null) return [parent.name, null];
  const [extField, extValue] = isJsonObject(value)
    ? (Object.entries(value).find(([name]) => name !== "attributes") ?? ["", ""])
    : ["", ""];
  const field = findField(target, extField);
  if (!field?.externalId) {
    throw new SalesforceError(
      "INVALID_FIELD",
      `Field name provided, ${extField} is not an External ID or indexed field for ${target.name}`,
    );
  }
  const found = store.findUnique(target, field.name, String(extValue));
  if (!found) {
    throw new SalesforceError(
      "INVALID_FIELD",
      `Foreign key external ID: ${String(extValue).toLowerCase()} not found for field ${field.name} in entity ${target.name}`,
    );
  }
  return [parent.name, found.Id];
}
