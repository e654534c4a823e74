/** One record at a time: /sobjects/X and /sobjects/X/id, and by external id. */
import {
  createRecord,
  deleteRecord,
  requireRecord,
  updateRecord,
  upsertRecord,
} from "../dml/write.ts";
import { findField } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { notFound, SalesforceError } from "../salesforce-error.ts";
import { attributesOf } from "../soql/run.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { parseDatetime } from "../wire-time.ts";
import {
  ok,
  requireBody,
  requireObject,
  type RestAnswer,
  type RestCall,
  type RestHandler,
  writerOf,
} from "./call.ts";

export const create: RestHandler = (environment, call, [name]) => {
  const object = requireObject(name);
  const { id } = createRecord(writerOf(environment, call), object, requireBody(call));
  return {
    status: 201,
    body: { id, success: true, errors: [] },
    headers: { Location: attributesUrl(object, id, call) },
  };
};

export const retrieve: RestHandler = ({ store }, call, [name, id = ""]) => {
  const object = requireObject(name);
  return answerRecord(object, requireLive(store, object, id), call);
};

export const retrieveByExternalId: RestHandler = (
  { store },
  call,
  [name, field = "", value = ""],
) => {
  const object = requireObject(name);
  const found = store.findUnique(object, requireExternalField(object, field), value);
  if (!found) throw notFound();
  return answerRecord(object, found, call);
};

export const update: RestHandler = (environment, call, [name, id = ""]) => {
  const object = requireObject(name);
  refuseWhenChanged(requireRecord(environment.store, object, id), call);
  updateRecord(writerOf(environment, call), object, id, requireBody(call));
  return { status: 204 };
};

export const upsert: RestHandler = (environment, call, [name, field = "", value = ""]) => {
  const object = requireObject(name);
  const existing = environment.store.findUnique(object, requireExternalField(object, field), value);
  if (existing) refuseWhenChanged(existing, call);
  const { id, created } = upsertRecord(
    writerOf(environment, call),
    object,
    field,
    value,
    requireBody(call),
  );
  const body = { id, success: true, errors: [], created };
  if (created) return { status: 201, body, headers: { Location: attributesUrl(object, id, call) } };
  // Before version 46 an upsert that updated answered without a body.
  return Number(call.version.slice(1)) < 46 ? { status: 204 } : ok(body);
};

export const remove: RestHandler = (environment, call, [name, id = ""]) => {
  deleteRecord(writerOf(environment, call), requireObject(name), id);
  return { status: 204 };
};

export const removeByExternalId: RestHandler = (
  environment,
  call,
  [name, field = "", value = ""],
) => {
  const object = requireObject(name);
  const found = environment.store.findUnique(object, requireExternalField(object, field), value);
  if (!found) throw notFound();
  deleteRecord(writerOf(environment, call), object, found.Id);
  return { status: 204 };
};

/** A read does not tell a deleted record from one that never was. */
function requireLive(store: RecordStore, object: SObject, id: string): StoredRecord {
  try {
    return requireRecord(store, object, id);
  } catch (error) {
    if (error instanceof SalesforceError && error.errorCode === "ENTITY_IS_DELETED")
      throw notFound();
    throw error;
  }
}

/** The named fields, or all of them, as a record is shown over the wire. */
export function renderRecord(
  object: SObject,
  record: StoredRecord,
  names: readonly string[],
  version: string,
) {
  const rendered: Record<string, unknown> = {
    attributes: attributesOf(object, record.Id, version),
  };
  const chosen = names.length === 0 ? object.fields.map((field) => field.name) : names;
  for (const name of chosen) {
    const field = findField(object, name);
    if (!field) {
      throw new SalesforceError(
        "INVALID_FIELD",
        `No such column '${name}' on sobject of type ${object.name}`,
      );
    }
    rendered[field.name] = record[field.name] ?? null;
  }
  return rendered;
}

function answerRecord(object: SObject, record: StoredRecord, call: RestCall): RestAnswer {
  const since = parseHttpDate(call.header("If-Modified-Since"));
  if (since && modifiedAt(record) <= since) return { status: 304 };
  const names = (call.query.get("fields") ?? "").split(",").filter((name) => name !== "");
  return ok(renderRecord(object, record, names, call.version));
}

function refuseWhenChanged(record: StoredRecord, call: RestCall): void {
  const since = parseHttpDate(call.header("If-Unmodified-Since"));
  if (!since || modifiedAt(record) <= since) return;
  throw new SalesforceError(
    "PRECONDITION_FAILED",
    "The record was modified after the given date",
    412,
  );
}

function modifiedAt(record: StoredRecord): Date {
  return parseDatetime(String(record["LastModifiedDate"])) ?? new Date(0);
}

function parseHttpDate(text: string | undefined): Date | undefined {
  const time = new Date(text ?? "");
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function requireExternalField(object: SObject, name: string): string {
  const field = findField(object, name);
  if (field?.externalId) return field.name;
  throw new SalesforceError(
    "NOT_FOUND",
    `Provided external ID field does not exist or is not accessible: ${name}`,
    404,
  );
}

const attributesUrl = (object: SObject, id: string, call: RestCall): string =>
  `/services/data/${call.version}/sobjects/${object.name}/${id}`;
