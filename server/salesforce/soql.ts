/**
 * SOQL from data. Values become literals here and nowhere else; a query string is never concatenated by
 * a caller, so that a customer called `O'Brien` stays a customer.
 */
export type SoqlValue = string | number | boolean | null | Date | readonly string[];

export type Condition =
  | { readonly field: string; readonly is: Comparison; readonly value: SoqlValue }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type Comparison = "=" | "!=" | ">" | ">=" | "<" | "<=" | "IN";

export interface Query {
  readonly from: string;
  readonly select: readonly string[];
  readonly where?: Condition | undefined;
  readonly orderBy?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** A field, an object or a parent path such as `Account.Name`. */
const NAME = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;

function named(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`not a name in SOQL: ${name}`);
  return name;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** A quoted SOQL string literal. */
export const quoted = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- backspace is one of the characters SOQL escapes
  `'${text.replace(/[\\'"\n\r\t\f\u0008]/g, (character) => ESCAPES[character] ?? character)}'`;

function literal(value: SoqlValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number in SOQL must be finite");
    return String(value);
  }
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  return `(${value.map(quoted).join(", ")})`;
}

function condition(clause: Condition): string {
  if ("all" in clause) return `(${clause.all.map(condition).join(" AND ")})`;
  if ("any" in clause) return `(${clause.any.map(condition).join(" OR ")})`;
  return `${named(clause.field)} ${clause.is} ${literal(clause.value)}`;
}

/** The text of a query. @throws TypeError for a name that is none: a bug of the caller. */
export function toSoql(query: Query): string {
  const parts = [`SELECT ${query.select.map(named).join(", ")} FROM ${named(query.from)}`];
  if (query.where) parts.push(`WHERE ${condition(query.where)}`);
  if (query.orderBy) parts.push(`ORDER BY ${query.orderBy.map(named).join(", ")}`);
  if (query.limit !== undefined) parts.push(`LIMIT ${Math.trunc(query.limit)}`);
  return parts.join(" ");
}
