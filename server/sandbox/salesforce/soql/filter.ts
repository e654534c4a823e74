/** Compiles a WHERE clause into a test of one record. */
import type { Field, FieldValue } from "../objects/field.ts";
import { parseRecordId } from "../objects/record-id.ts";
import type { SObject } from "../objects/sobject.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { RecordStore, StoredRecord } from "../store/record-store.ts";
import { parseDatetime, toWireDate, toWireDatetime } from "../wire-time.ts";
import type { Comparison, Condition, Literal, Path, Query } from "./query.ts";
import { queryError } from "./query-error.ts";
import { bindPath, valueAt } from "./resolve.ts";

export type RecordTest = (record: StoredRecord) => boolean;

export type FilterContext = {
  readonly store: RecordStore;
  readonly soql: string;
  readonly object: SObject;
  readonly now: Date;
  /** The values of the one selected field of a subquery after IN. */
  readonly valuesOf: (query: Query) => ReadonlySet<FieldValue>;
};

export function compileFilter(context: FilterContext, condition: Condition): RecordTest {
  switch (condition.kind) {
    case "and": {
      const tests = condition.parts.map((part) => compileFilter(context, part));
      return (record) => tests.every((test) => test(record));
    }
    case "or": {
      const tests = condition.parts.map((part) => compileFilter(context, part));
      return (record) => tests.some((test) => test(record));
    }
    case "not": {
      const test = compileFilter(context, condition.part);
      return (record) => !test(record);
    }
    case "compare": {
      const { value, operator } = condition;
      return onField(context, condition.path, (field) =>
        comparison(context, condition.path, field, operator, value),
      );
    }
    case "in": {
      return onField(context, condition.path, (field) => {
        const tests = condition.values.map((value) =>
          comparison(context, condition.path, field, "=", value),
        );
        return (value) => tests.some((test) => test(value)) !== condition.negated;
      });
    }
    case "in-query": {
      const values = context.valuesOf(condition.query);
      return onField(
        context,
        condition.path,
        () => (value) => values.has(value) !== condition.negated,
      );
    }
  }
}

type ValueTest = (value: FieldValue) => boolean;

function onField(
  context: FilterContext,
  path: Path,
  compile: (field: Field) => ValueTest,
): RecordTest {
  const bound = bindPath(context.soql, context.object, path);
  const { field } = bound;
  if (field.type === "textarea" && field.length > 255) {
    throw invalidFilter(context, path, `field '${field.name}' can not be filtered in a query call`);
  }
  const test = compile(field);
  return (record) => test(valueAt(context.store, record, bound));
}

function comparison(
  context: FilterContext,
  path: Path,
  field: Field,
  operator: Comparison,
  literal: Literal,
): ValueTest {
  if (operator === "like") return likeTest(context, path, field, literal);
  if (literal.kind === "null") {
    if (operator === "=") return (value) => value === null;
    if (operator === "!=") return (value) => value !== null;
    return () => false;
  }
  if (literal.kind === "days") return daysTest(context, path, field, operator, literal);
  const wanted = comparable(field, toFieldValue(context, path, field, literal));
  return (value) => {
    if (value === null) return operator === "!=";
    return holds(operator, order(comparable(field, value), wanted));
  };
}

function holds(operator: Exclude<Comparison, "like">, sign: number): boolean {
  switch (operator) {
    case "=":
      return sign === 0;
    case "!=":
      return sign !== 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
  }
}

type Comparable = string | number | boolean;

/** Salesforce compares text without regard to case, and ids with it. */
export function comparable(field: Field, value: Exclude<FieldValue, null>): Comparable {
  const isId = field.type === "id" || field.type === "reference";
  return typeof value === "string" && !isId ? value.toLowerCase() : value;
}

export function order(left: Comparable, right: Comparable): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Checks that the literal suits the field and brings it into the form in which values are stored. */
function toFieldValue(
  context: FilterContext,
  path: Path,
  field: Field,
  literal: Exclude<Literal, { kind: "null" | "days" }>,
): string | number | boolean {
  switch (field.type) {
    case "id":
    case "reference": {
      if (literal.kind !== "string") break;
      const id = parseRecordId(literal.value);
      if (id !== undefined) return id;
      throw new SalesforceError(
        "INVALID_QUERY_FILTER_OPERATOR",
        invalidFilter(context, path, `invalid ID field: ${literal.value}`).message,
      );
    }
    case "currency":
    case "double":
    case "percent":
    case "int":
      if (literal.kind === "number") return literal.value;
      break;
    case "boolean":
      if (literal.kind === "boolean") return literal.value;
      break;
    case "date":
      if (literal.kind === "date") return literal.value;
      break;
    case "datetime": {
      const time = literal.kind === "datetime" ? parseDatetime(literal.value) : undefined;
      if (time) return toWireDatetime(time);
      break;
    }
    case "string":
    case "textarea":
    case "phone":
    case "email":
    case "picklist":
      if (literal.kind === "string") return literal.value.replaceAll(/\\([_%])/g, "$1");
  }
  const quotes =
    literal.kind === "string" ? "should not be enclosed in quotes" : "should be enclosed in quotes";
  const type = field.type === "datetime" ? "dateTime" : field.type;
  throw invalidFilter(
    context,
    path,
    `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes}`,
  );
}

function likeTest(context: FilterContext, path: Path, field: Field, literal: Literal): ValueTest {
  const isText = ["string", "textarea", "phone", "email", "picklist"].includes(field.type);
  if (!isText || literal.kind !== "string") {
    throw invalidFilter(context, path, `invalid operator on ${field.type} field`);
  }
  const source = literal.value.replaceAll(/\\[_%]|[_%]|[.*+?^${}()|[\]\\]/g, (found) => {
    if (found === "%") return ".*";
    if (found === "_") return ".";
    return found === "\\_" || found === "\\%" ? found.slice(1) : `\\${found}`;
  });
  const pattern = new RegExp(`^${source}$`, "is");
  return (value) => typeof value === "string" && pattern.test(value);
}

function daysTest(
  context: FilterContext,
  path: Path,
  field: Field,
  operator: Exclude<Comparison, "like">,
  span: { readonly from: number; readonly to: number },
): ValueTest {
  if (field.type !== "date" && field.type !== "datetime") {
    throw invalidFilter(
      context,
      path,
      `value of filter criterion for field '${field.name}' must be of type ${field.type}`,
    );
  }
  const edge = (days: number): string => {
    const day = new Date(
      Date.UTC(
        context.now.getUTCFullYear(),
        context.now.getUTCMonth(),
        context.now.getUTCDate() + days,
      ),
    );
    return field.type === "date" ? toWireDate(day) : toWireDatetime(day);
  };
  const from = edge(span.from);
  const to = edge(span.to);
  return (value) => {
    if (typeof value !== "string") return operator === "!=";
    return holds(operator, value < from ? -1 : value >= to ? 1 : 0);
  };
}

function invalidFilter(context: FilterContext, path: Path, complaint: string): SalesforceError {
  return queryError("INVALID_FIELD", context.soql, path[0].at, complaint);
}
