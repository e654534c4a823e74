import type { Operation } from "../../../shared/sync/operations.ts";
import { entityWords, fieldWords } from "../../chrome/edit-words/field-words.ts";
import { shownValue, type ValueContext } from "../../chrome/edit-words/shown-value.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { RejectedEdit } from "../../local/rows.ts";

/**
 * A refused edit as text, to be kept or sent to somebody: what it was about and why first, then every value that was
 * typed, in words. A field without a word keeps its name: nothing that was typed is left out.
 *
 * @param when it was typed, in words.
 */
export function rejectedText(
  { id, operations }: Pick<RejectedEdit, "id" | "operations">,
  told: readonly string[],
  when: string,
  valueWords: ValueContext["valueWords"],
  t: EditWords,
): string {
  const said = ({ entity }: Operation, field: string, value: unknown) =>
    `${fieldWords(entity, field, t) ?? field}: ${shownValue(JSON.stringify(value), { entity, field, valueWords }, t)}`;
  const typed = operations
    // How a conflict is closed is told already, and its own fields are nobody's words.
    .filter(({ entity }) => entity !== "conflict")
    .flatMap((operation): readonly string[] => {
      switch (operation.op) {
        case "set":
          return [said(operation, operation.field, operation.to)];
        case "add":
          return [
            entityWords(operation.entity, t),
            ...Object.entries(operation.fields).map(
              ([field, value]) => `  ${said(operation, field, value)}`,
            ),
          ];
        case "remove":
          return [`${entityWords(operation.entity, t)}: ${t.conflictRemoved}`];
        case "restore":
          return [entityWords(operation.entity, t)];
      }
    });
  return [...told, ...typed, when, id].filter((line) => line !== "").join("\n");
}
