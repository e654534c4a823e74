/** /parameterizedSearch by GET: records of which a text field contains every word. */
import { findField } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { StoredRecord } from "../store/record-store.ts";
import {
  ok,
  requireObject,
  type RestCall,
  type RestEnvironment,
  type RestHandler,
} from "./call.ts";
import { renderRecord } from "./records.ts";

const defaultLimit = 200;

export const parameterizedSearch: RestHandler = (environment, call) => {
  const words = (call.query.get("q") ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.join("").length < 2) {
    throw new SalesforceError("INVALID_SEARCH", "search term must be longer than one character");
  }
  const names = call.query.getAll("sobject").flatMap((list) => list.split(","));
  if (names.length === 0)
    throw new SalesforceError("MISSING_ARGUMENT", "The sobject parameter is required");
  const searchRecords = names.flatMap((name) => {
    const object = requireObject(name);
    const named = call.query.get(`${object.name}.fields`) ?? call.query.get("fields") ?? "Id";
    return searchObject(environment, call, object, words, {
      fields: named.split(",").map((field) => field.trim()),
      limit: readLimit(call, `${object.name}.limit`),
    });
  });
  return ok({ searchRecords: searchRecords.slice(0, readLimit(call, "overallLimit")) });
};

/** Live records in which every word stands, as parts of words too; fields the object lacks are left out. */
export function searchObject(
  { store }: RestEnvironment,
  call: RestCall,
  object: SObject,
  words: readonly string[],
  { fields, limit }: { readonly fields: readonly string[]; readonly limit: number },
) {
  const shown = fields.filter((name) => findField(object, name) !== undefined);
  const hits = [...store.all(object)].filter(
    (record) => record["IsDeleted"] !== true && matches(object, record, words),
  );
  return hits.slice(0, limit).map((record) => renderRecord(object, record, shown, call.version));
}

function matches(object: SObject, record: StoredRecord, words: readonly string[]): boolean {
  const text = object.fields
    .filter((field) => ["string", "phone", "email", "textarea"].includes(field.type))
    .map((field) => record[field.name] ?? "")
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function readLimit(call: RestCall, name: string): number {
  const limit = Number(call.query.get(name) ?? defaultLimit);
  return Number.isInteger(limit) && limit > 0 ? limit : defaultLimit;
}
