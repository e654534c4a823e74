/** Guards for JSON that came from outside. */

export type JsonObject = { readonly [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text at `key`, or undefined when there is none or it is something else. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const found = value[key];
  return typeof found === "string" ? found : undefined;
}

/** `attributes.type` of a record in a collection. */
export function typeOfRecord(record: JsonObject): string | undefined {
  const attributes = record["attributes"];
  return isJsonObject(attributes) ? textAt(attributes, "type") : undefined;
}
