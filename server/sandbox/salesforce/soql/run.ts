/** Runs a parsed query over the store and renders its records as the REST API shows them. */
import { isJsonObject } from "../json-value.ts";
import type { FieldValue } from "../objects/field.ts";
import { childRelationships } from "../objects/registry.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { comparable, compileFilter, order } from "./filter.ts";
import type { Condition, Query, Selection } from "./query.ts";
import { queryError } from "./query-error.ts";
import { type BoundPath, bindObject, bindPath, valueAt } from "./resolve.ts";

export type QueryContext = {
  readonly store: RecordStore;
  readonly now: Date;
  /** `v66.0`, for the URLs in `attributes`. */
  readonly version: string;
  /** queryAll sees the recycle bin. */
  readonly includeDeleted: boolean;
};

export type RenderedRecord = { readonly [key: string]: unknown };

export type QueryResult = {
  readonly totalSize: number;
  readonly records: readonly RenderedRecord[];
};

export function runQuery(context: QueryContext, query: Query): QueryResult {
  const object = bindObject(query);
  const render = compileSelections(context, object, query);
  const found = selectRecords(context, object, query, context.store.all(object));
  return { totalSize: found.length, records: query.countOnly ? [] : found.map(render) };
}

/** `attributes` of a record: its type and the path of its REST resource. */
export function attributesOf(object: SObject, id: string, version: string): RenderedRecord {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${id}` };
}

function selectRecords(
  context: QueryContext,
  object: SObject,
  query: Query,
  candidates: Iterable<StoredRecord>,
): readonly StoredRecord[] {
  const test = query.where ? compileWhere(context, object, query.text, query.where) : () => true;
  const records = [...candidates].filter(
    (record) => (context.includeDeleted || record["IsDeleted"] !== true) && test(record),
  );
  sortRecords(context, object, query, records);
  return records.slice(
    query.offset,
    query.limit === undefined ? undefined : query.offset + query.limit,
  );
}

function compileWhere(context: QueryContext, object: SObject, soql: string, where: Condition) {
  const { store, now } = context;
  return compileFilter(
    { store, now, soql, object, valuesOf: (inner) => valuesOf(context, inner) },
    where,
  );
}

function valuesOf(context: QueryContext, query: Query): ReadonlySet<FieldValue> {
  const object = bindObject(query);
  const [selection] = query.selections;
  if (selection?.kind !== "path" || query.selections.length !== 1) {
    throw queryError(
      "MALFORMED_QUERY",
      query.text,
      query.from.at,
      "Nesting of semi join sub-selects needs one field",
    );
  }
  const path = bindPath(query.text, object, selection.path);
  const records = selectRecords(context, object, query, context.store.all(object));
  return new Set(records.map((record) => valueAt(context.store, record, path)));
}

function sortRecords(
  context: QueryContext,
  object: SObject,
  query: Query,
  records: StoredRecord[],
): void {
  const keys = query.orderBy.map((ordering) => ({
    ...ordering,
    bound: bindPath(query.text, object, ordering.path),
  }));
  records.sort((left, right) => {
    for (const { bound, descending, nullsFirst } of keys) {
      const a = valueAt(context.store, left, bound);
      const b = valueAt(context.store, right, bound);
      if (a === null || b === null) {
        if (a !== b) return (a === null) === nullsFirst ? -1 : 1;
        continue;
      }
      const sign = order(comparable(bound.field, a), comparable(bound.field, b));
      if (sign !== 0) return descending ? -sign : sign;
    }
    return 0;
  });
}

type Render = (record: StoredRecord) => RenderedRecord;

function compileSelections(context: QueryContext, object: SObject, query: Query): Render {
  const parts = query.selections.map((selection) =>
    compileSelection(context, object, query, selection),
  );
  return (record) => {
    const rendered: Record<string, unknown> = {
      attributes: attributesOf(object, record.Id, context.version),
    };
    for (const part of parts) part(record, rendered);
    return rendered;
  };
}

type Part = (record: StoredRecord, rendered: Record<string, unknown>) => void;

function compileSelection(
  context: QueryContext,
  object: SObject,
  query: Query,
  selection: Selection,
): Part {
  switch (selection.kind) {
    case "path": {
      const bound = bindPath(query.text, object, selection.path);
      return (record, rendered) => placePath(context, record, bound, rendered);
    }
    case "all-fields":
      if (query.limit === undefined || query.limit > 200) {
        throw queryError(
          "MALFORMED_QUERY",
          query.text,
          selection.at,
          "The SOQL FIELDS function must have a LIMIT of at most 200",
        );
      }
      return (record, rendered) => {
        for (const { name } of object.fields) rendered[name] = record[name] ?? null;
      };
    case "children":
      return compileChildren(context, object, selection.query);
  }
}

/** Writes `Account.Owner.Name` as nested objects, each with its attributes; a missing parent is null. */
function placePath(
  context: QueryContext,
  record: StoredRecord,
  path: BoundPath,
  rendered: Record<string, unknown>,
): void {
  let source: StoredRecord = record;
  let target = rendered;
  for (const { relationship, via, to } of path.steps) {
    const id = source[via];
    const parent = typeof id === "string" ? context.store.get(to, id) : undefined;
    if (!parent) {
      target[relationship] = null;
      return;
    }
    const existing = target[relationship];
    const next: Record<string, unknown> = isJsonObject(existing)
      ? { ...existing }
      : { attributes: attributesOf(to, parent.Id, context.version) };
    target[relationship] = next;
    target = next;
    source = parent;
  }
  target[path.field.name] = source[path.field.name] ?? null;
}

function compileChildren(context: QueryContext, parent: SObject, query: Query): Part {
  const wanted = query.from.text.toLowerCase();
  const relationship = childRelationships(parent).find(
    ({ reference }) => reference.children?.toLowerCase() === wanted,
  );
  if (!relationship) {
    throw queryError(
      "INVALID_TYPE",
      query.text,
      query.from.at,
      `Didn't understand relationship '${query.from.text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  if (query.selections.some((selection) => selection.kind === "children")) {
    throw new SalesforceError("MALFORMED_QUERY", "SOQL subqueries of one level only are supported");
  }
  const { object, field, reference } = relationship;
  const render = compileSelections(context, object, query);
  return (record, rendered) => {
    const candidates = context.store.children(object, field.name, record.Id);
    const found = selectRecords(context, object, query, candidates);
    rendered[reference.children ?? object.name] =
      found.length === 0
        ? null
        : { totalSize: found.length, done: true, records: found.map(render) };
  };
}
