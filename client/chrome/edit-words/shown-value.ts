import type { EditWords } from "./use-edit-words.ts";
import { fieldWords } from "./field-words.ts";

/** Whose value it is, and how the values of its fields are said. */
export interface ValueContext {
  readonly entity: string;
  /** The field, or `*` for the whole record. */
  readonly field: string;
  /** The words for a key of the price book, an amount or a moment; undefined for what is said as it is. */
  readonly valueWords: (field: string, value: string | number) => string | undefined;
}

/**
 * A conflict's value (JSON text, `shared/estimate/entities.ts`) for a person to read: `Length: 12', Doors: 2`
 * for a whole record, and whatever is not JSON as it stands.
 */
export function shownValue(json: string, context: ValueContext, t: EditWords): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return json;
  }
  const { entity, field } = context;
  if (typeof value !== "object" || value === null) {
    if (field === "*" && value === null) return t.conflictRemoved;
    return shownScalar(field, value, context, t);
  }
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== "")
    .flatMap(([name, part]) => {
      const label = name === "order" ? null : fieldWords(entity, name, t);
      return label === null ? [] : [`${label}: ${shownScalar(name, part, context, t)}`];
    })
    .join(", ");
}

function shownScalar(
  field: string,
  value: unknown,
  { valueWords }: ValueContext,
  t: EditWords,
): string {
  if (value === null || value === "") return t.conflictNothing;
  if (typeof value === "boolean") return value ? t.conflictYes : t.conflictNo;
  if (typeof value === "string") return valueWords(field, value) ?? value;
  if (typeof value === "number") return valueWords(field, value) ?? String(value);
  return JSON.stringify(value);
}
