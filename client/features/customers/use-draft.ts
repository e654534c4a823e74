import { useState } from "react";
import type { NewCustomerFields } from "./new-customer-fields.ts";

/** A half-filled form survives a reload and a rotation; it is not an edit yet, so it is not in the database. */
const KEY = "paintbox.customer-draft";

function readDraft(): NewCustomerFields | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is NewCustomerFields {
  if (typeof value !== "object" || value === null) return false;
  const texts: readonly unknown[] = [
    "name",
    "phone",
    "email",
    "street",
    "city",
    "state",
    "postalCode",
  ].map((field) => Reflect.get(value, field));
  return texts.every((text) => typeof text === "string");
}

/** The form's fields, kept for this tab until the customer is created. A remembered draft wins over the suggestion. */
export function useDraft(
  suggested: NewCustomerFields,
): readonly [NewCustomerFields, (fields: NewCustomerFields) => void, () => void] {
  const [fields, setFields] = useState(() => {
    const draft = readDraft();
    return draft && suggested.name === "" && suggested.phone === "" ? draft : suggested;
  });
  const keep = (next: NewCustomerFields): void => {
    sessionStorage.setItem(KEY, JSON.stringify(next));
    setFields(next);
  };
  return [fields, keep, () => sessionStorage.removeItem(KEY)];
}
