/** Binds the names in a query to objects and fields, and follows paths from record to parent. */
import type { Field, FieldValue } from "../objects/field.ts";
import { findField, findObject, findParent } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import type { Name, Path, Query } from "./query.ts";
import { noSuchColumn, queryError } from "./query-error.ts";

/** Salesforce follows at most five relationships upwards. */
const longestPath = 5;

export type BoundPath = {
  /** The relationships to follow: by which field to which object. */
  readonly steps: readonly {
    readonly relationship: string;
    readonly via: string;
    readonly to: SObject;
  }[];
  readonly field: Field;
};

export function bindObject(query: Query): SObject {
  const object = findObject(query.from.text);
  if (object) return object;
  throw queryError(
    "INVALID_TYPE",
    query.text,
    query.from.at,
    `sObject type '${query.from.text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

export function bindPath(soql: string, object: SObject, path: Path): BoundPath {
  // `Account.Name` in a query FROM Account may name the object itself.
  const own = path.length > 1 && path[0].text.toLowerCase() === object.name.toLowerCase();
  const names: readonly Name[] = own && !findParent(object, path[0].text) ? path.slice(1) : path;
  let current = object;
  const steps = names.slice(0, -1).map((name) => {
    const parent = findParent(current, name.text);
    const to = parent && findObject(parent.reference.to);
    if (!parent || !to || names.length > longestPath + 1) {
      throw queryError(
        "INVALID_FIELD",
        soql,
        name.at,
        `Didn't understand relationship '${name.text}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    }
    current = to;
    return { relationship: parent.reference.name, via: parent.name, to };
  });
  const last = names.at(-1) ?? path[0];
  const field = findField(current, last.text);
  if (!field) throw noSuchColumn(soql, last.at, last.text, current.name);
  return { steps, field };
}

/** The value at the end of a path; null when a parent on the way is missing. */
export function valueAt(store: RecordStore, record: StoredRecord, path: BoundPath): FieldValue {
  let current: StoredRecord | undefined = record;
  for (const step of path.steps) {
    const id: FieldValue | undefined = current?.[step.via];
    current = typeof id === "string" ? store.get(step.to, id) : undefined;
  }
  return current?.[path.field.name] ?? null;
}
