import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { mutationWords } from "../../chrome/edit-words/mutation-words.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import type { where } from "../../words/where.ts";

type Named = Pick<QueuedEdit, "name" | "operations" | "subject">;

/** Where in its estimate an edit is; empty where the estimate's own line says it. */
export function queuePlace({ operations, subject }: Named, t: EditWords): string {
  const { entity, op } = operations.at(-1) ?? {};
  if (entity === "area" || entity === "surface") return subject.areaName || t.didArea;
  if (entity === "item") return subject.itemLabel || t.didItem;
  if (entity === "customer") return subject.customerName;
  return entity === "estimate" && op === "set" ? t.detailsJob : "";
}

/** One field by its name, a whole record by what became of it; anything else by what was done. */
export function queueWhat({ name, operations }: Named, t: EditWords, w: typeof where.en): string {
  const [operation, ...others] = operations;
  const field =
    operation?.op === "set" && others.length === 0
      ? fieldWords(operation.entity, operation.field, t)
      : null;
  return field ?? wholeRecord(name, w) ?? mutationWords(name, t);
}

/** By the verb of the mutation's name; undefined for one that needs more words. */
const wholeRecord = (name: Named["name"], w: typeof where.en): string | undefined =>
  new Map([
    ["create", w.whereBegun],
    ["add", w.whereAdded],
    ["clone", w.whereCopied],
    ["remove", w.whereRemoved],
    ["restore", w.whereBroughtBack],
    ["assign", w.whereTakenOn],
  ]).get(name.replace(/^\w+\./, ""));
