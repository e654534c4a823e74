import { isEntityName } from "../../../shared/estimate/entities.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { lengthNote } from "../../chrome/measure-note.ts";
import type { Words } from "../../words/dictionary.ts";
import { valueKind } from "./value-kind.ts";

/**
 * How a measure is understood, in feet and inches, as the editor says it under the field; null for other fields, and
 * for what cannot be read as one.
 *
 * @param json the value as JSON text.
 */
export function echoOf(
  json: string,
  { entity, field }: Pick<RecordOf<"conflict">, "entity" | "field">,
  t: Words,
): string | null {
  if (!isEntityName(entity) || valueKind(entity, field) !== "length") return null;
  try {
    const typed: unknown = JSON.parse(json);
    if (typeof typed !== "string") return null;
    return lengthNote(typed, field === "height" ? "height" : "span", t).echo;
  } catch {
    return null;
  }
}
