import type { RejectedEdit } from "../../local/rows.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { shownValue, type ValueContext } from "../../chrome/edit-words/shown-value.ts";

/** The field that a refused edit typed into, and what was typed; null for an edit of many fields, or of none by name. */
export function rejectedField(
  { operations }: Pick<RejectedEdit, "operations">,
  valueWords: ValueContext["valueWords"],
  t: EditWords,
): { readonly label: string; readonly value: string } | null {
  const [operation, ...others] = operations;
  if (operation?.op !== "set" || others.length > 0) return null;
  const { entity, field, to } = operation;
  const label = fieldWords(entity, field, t);
  if (label === null || field === "order") return null;
  return { label, value: shownValue(JSON.stringify(to), { entity, field, valueWords }, t) };
}
