/** Up to 200 records in one call: /composite/sobjects. Every row answers for itself. */
import { createRecord, deleteRecord, updateRecord, upsertRecord } from "../dml/write.ts";
import { isJsonObject, type JsonObject, typeOfRecord } from "../json-value.ts";
import { parseRecordId } from "../objects/record-id.ts";
import { findField, findObject, findObjectOfId } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError, UnreadableBodyError } from "../salesforce-error.ts";
import {
  ok,
  requireBody,
  requireObject,
  type RestAnswer,
  type RestCall,
  type RestEnvironment,
  type RestHandler,
  writerOf,
} from "./call.ts";
import { renderRecord } from "./records.ts";

const mostRows = 200;

type RowResult = {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly unknown[];
  readonly created?: boolean;
};

export const createMany: RestHandler = (environment, call) => {
  const writer = writerOf(environment, call);
  return answerRows(environment, call, records(call), allOrNone(call), (record) => {
    const { id } = createRecord(writer, requireRowType(record), record);
    return { id, success: true, errors: [] };
  });
};

export const updateMany: RestHandler = (environment, call) => {
  const writer = writerOf(environment, call);
  return answerRows(environment, call, records(call), allOrNone(call), (record) => {
    const { id: lower, Id: upper, ...fields } = record;
    const id = typeof upper === "string" ? upper : lower;
    if (typeof id !== "string")
      throw new SalesforceError("MISSING_ARGUMENT", "Id not specified in an update call", 400, []);
    updateRecord(writer, requireRowType(record), requireKnownId(environment, id), fields);
    return { id, success: true, errors: [] };
  });
};

export const upsertMany: RestHandler = (environment, call, [name, externalField = ""]) => {
  const object = requireObject(name);
  const field = findField(object, externalField);
  if (!field?.externalId) {
    throw new SalesforceError(
      "NOT_FOUND",
      `Provided external ID field does not exist or is not accessible: ${externalField}`,
      404,
    );
  }
  const writer = writerOf(environment, call);
  const rows = records(call);
  return answerRows(environment, call, rows, allOrNone(call), (record) => {
    if (requireRowType(record).name !== object.name) {
      throw new SalesforceError(
        "INVALID_TYPE",
        `The type of every record must be ${object.name}`,
        400,
        [],
      );
    }
    const { [field.name]: value, ...fields } = record;
    if (typeof value !== "string" || value === "") {
      throw new SalesforceError("MISSING_ARGUMENT", `${field.name} not specified`, 400, []);
    }
    const { id, created } = upsertRecord(writer, object, field.name, value, fields);
    return { id, success: true, errors: [], created };
  });
};

export const deleteMany: RestHandler = (environment, call) => {
  const ids = (call.query.get("ids") ?? "").split(",").filter((id) => id !== "");
  if (ids.length === 0)
    throw new SalesforceError("MISSING_ARGUMENT", "The ids parameter is required");
  const writer = writerOf(environment, call);
  const flag = call.forceAllOrNone ?? call.query.get("allOrNone") === "true";
  return answerRows(environment, call, limited(ids), flag, (id) => {
    const object = findObjectOfId(id);
    if (!object) throw new SalesforceError("MALFORMED_ID", `malformed id ${id}`, 400, []);
    deleteRecord(writer, object, requireKnownId(environment, id));
    return { id, success: true, errors: [] };
  });
};

/** Records by id in the order asked; null where there is none. */
export const retrieveMany: RestHandler = ({ store }, call, [name]) => {
  const object = requireObject(name);
  const { ids, fields } = readRetrieval(call);
  return ok(
    limited(ids).map((id) => {
      const parsed = parseRecordId(id);
      const record = parsed === undefined ? undefined : store.get(object, parsed);
      if (!record || record["IsDeleted"] === true) return null;
      return renderRecord(object, record, fields, call.version);
    }),
  );
};

function readRetrieval(call: RestCall): { ids: readonly string[]; fields: readonly string[] } {
  const list = (name: string): readonly string[] => {
    if (call.method === "GET")
      return (call.query.get(name) ?? "").split(",").filter((item) => item !== "");
    const found = requireBody(call)[name];
    return Array.isArray(found) ? found.map(String) : [];
  };
  const fields = list("fields");
  if (fields.length === 0)
    throw new SalesforceError("MISSING_ARGUMENT", "The fields parameter is required");
  return { ids: list("ids"), fields };
}

/**
 * Does each row for itself; a row that fails leaves no trace. With all-or-none one failure undoes
 * all: the culprits keep their own code, the others say that they were rolled back.
 */
function answerRows<T>(
  { store }: RestEnvironment,
  call: RestCall,
  rows: readonly T[],
  allOrNoneRows: boolean,
  write: (row: T) => RowResult,
): RestAnswer {
  const start = store.mark();
  const results = rows.map((row): RowResult => {
    const mark = store.mark();
    try {
      return write(row);
    } catch (error) {
      store.undoTo(mark);
      if (!(error instanceof SalesforceError) || error instanceof UnreadableBodyError) throw error;
      return { success: false, errors: [error.toRowError()] };
    }
  });
  if (results.every((result) => result.success)) return ok(results);
  if (!(call.forceAllOrNone ?? allOrNoneRows)) return ok(results);
  store.undoTo(start);
  return ok(results.map((result) => (result.success ? rolledBack : result)));
}

const rolledBack: RowResult = {
  success: false,
  errors: [
    new SalesforceError(
      "ALL_OR_NONE_OPERATION_ROLLED_BACK",
      "Record rolled back because not all records were valid and the request was using AllOrNone header",
    ).toRowError(),
  ],
};

const allOrNone = (call: RestCall): boolean => requireBody(call)["allOrNone"] === true;

function records(call: RestCall): readonly JsonObject[] {
  const found = requireBody(call)["records"];
  if (!Array.isArray(found))
    throw new SalesforceError("JSON_PARSER_ERROR", "records is required and must be a list");
  return limited(found).map((record: unknown) => {
    if (isJsonObject(record)) return record;
    throw new SalesforceError("JSON_PARSER_ERROR", "every record must be a JSON object");
  });
}

function limited<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= mostRows) return rows;
  throw new SalesforceError(
    "EXCEEDED_ID_LIMIT",
    `record limit reached. cannot submit more than ${mostRows} records into this call`,
  );
}

function requireRowType(record: JsonObject): SObject {
  const type = typeOfRecord(record);
  const object = findObject(type ?? "");
  if (object) return object;
  throw new UnreadableBodyError("INVALID_TYPE", `sObject type '${type ?? ""}' is not supported.`);
}

/** In a collection an id of nothing is a wrong reference, not a missing resource. */
function requireKnownId({ store }: RestEnvironment, id: string): string {
  const parsed = parseRecordId(id);
  const object = findObjectOfId(id);
  if (parsed === undefined || !object)
    throw new SalesforceError("MALFORMED_ID", `malformed id ${id}`, 400, ["Id"]);
  if (!store.get(object, parsed)) {
    throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", 400, []);
  }
  return parsed;
}
