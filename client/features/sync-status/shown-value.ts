/**
 * A conflict's value (JSON text, `shared/estimate/entities.ts`) for a person to read: `removed` for null,
 * the values of a record's fields in a row, and whatever is not JSON as it stands.
 */
export function shownValue(json: string, removed: string): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return json;
  }
  if (value === null) return removed;
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  return Object.values(value)
    .filter((part) => part !== null && part !== "")
    .join(", ");
}
