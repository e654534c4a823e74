/** Turns a JSON value into what a field stores, or refuses it the way Salesforce does. */
import type { Field, FieldValue } from "../objects/field.ts";
import { parseRecordId } from "../objects/record-id.ts";
import { findObjectOfId } from "../objects/registry.ts";
import { SalesforceError, UnreadableBodyError } from "../salesforce-error.ts";
import { isDate, parseDatetime, toWireDatetime } from "../wire-time.ts";
import { roundTo } from "./decimal.ts";

/** Number fields hold at most 18 digits; with two decimals that leaves 16 before the point. */
const largestNumber = 1e16;

export function coerce(field: Field, value: unknown): FieldValue {
  if (value === null || value === undefined || value === "")
    return field.type === "boolean" ? false : null;
  switch (field.type) {
    case "id":
    case "reference":
      return toReference(field, value);
    case "string":
    case "textarea":
    case "phone":
      return toText(field, value);
    case "email":
      return toEmail(field, value);
    case "picklist":
      return toPicklistValue(field, value);
    case "currency":
    case "double":
    case "percent":
    case "int":
      return toNumber(field, value);
    case "boolean":
      if (typeof value === "boolean") return value;
      if (value === "true" || value === "false") return value === "true";
      throw unreadable(field, value);
    case "date":
      return toDate(field, value);
    case "datetime": {
      const time = typeof value === "string" ? parseDatetime(value) : undefined;
      if (!time) throw unreadable(field, value);
      return toWireDatetime(time);
    }
  }
}

/** Salesforce trims text, and an empty one is stored as null. */
function toText(field: Field, value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw unreadable(field, value);
  }
  const text = String(value).trim();
  if (text.length > field.length) {
    throw new SalesforceError(
      "STRING_TOO_LONG",
      `${field.label}: data value too large: ${text} (max length=${field.length})`,
      400,
      [field.name],
    );
  }
  return text === "" ? null : text;
}

function toEmail(field: Field, value: unknown): string | null {
  const text = toText(field, value);
  if (text !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    throw new SalesforceError(
      "INVALID_EMAIL_ADDRESS",
      `${field.label}: invalid email address: ${text}`,
      400,
      [field.name],
    );
  }
  return text;
}

function toPicklistValue(field: Field, value: unknown): string {
  const known = field.picklist.find((entry) => entry === value);
  if (known !== undefined) return known;
  throw new SalesforceError(
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    `${field.label}: bad value for restricted picklist field: ${String(value)}`,
    400,
    [field.name],
  );
}

/** Accepts numbers, and numbers written as text, as the real parser does. */
function toNumber(field: Field, value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw unreadable(field, value);
  if (Math.abs(number) >= largestNumber) {
    throw new SalesforceError(
      "NUMBER_OUTSIDE_VALID_RANGE",
      `${field.label}: value outside of valid range on numeric field: ${number}`,
      400,
      [field.name],
    );
  }
  return roundTo(number, field.scale);
}

/** A date field takes a day, or a time of which it keeps the day. */
function toDate(field: Field, value: unknown): string {
  if (typeof value === "string") {
    if (isDate(value)) return value;
    const time = parseDatetime(value);
    if (time) return time.toISOString().slice(0, 10);
  }
  throw unreadable(field, value);
}

function toReference(field: Field, value: unknown): string {
  const id = typeof value === "string" ? parseRecordId(value) : undefined;
  if (id === undefined) {
    throw new SalesforceError(
      "MALFORMED_ID",
      `${field.label}: id value of incorrect type: ${String(value)}`,
      400,
      [field.name],
    );
  }
  if (field.reference && findObjectOfId(id)?.name !== field.reference.to) {
    throw new SalesforceError(
      "MALFORMED_ID",
      `${field.label}: id value of incorrect type: ${id}`,
      400,
      [field.name],
    );
  }
  return id;
}

function unreadable(field: Field, value: unknown): UnreadableBodyError {
  const kind =
    typeof value === "string"
      ? "VALUE_STRING"
      : typeof value === "object"
        ? "START_OBJECT"
        : "VALUE";
  const shown = typeof value === "string" ? ` value ${value}` : "";
  return new UnreadableBodyError(
    "JSON_PARSER_ERROR",
    `Cannot deserialize instance of ${field.type} from ${kind}${shown} or request may be missing a required field at [line:1, column:2]`,
  );
}
