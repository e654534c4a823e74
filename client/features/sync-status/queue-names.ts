import { fieldWords } from "../../chrome/edit-words/field-words.ts";
import { mutationWords } from "../../chrome/edit-words/mutation-words.ts";
import type { EditWords } from "../../chrome/edit-words/use-edit-words.ts";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import type { where } from "../../words/where.ts";

type Named = Pick<QueuedEdit, "name" | "operations" | "subject">;

/** Where in its estimate an edit is; empty where the estimate's own line says it. */
export function queuePlace({ operations, subject }: Named, t: EditWords): string {
  const last = operations.at(-1);
  switch (last?.entity) {
    case "area":
    case "surface":
      return subject.areaName || t.didArea;
    case "item":
      return subject.itemLabel || t.didItem;
    case "customer":
      return subject.customerName;
    case "estimate":
      return last.op === "set" ? t.detailsJob : "";
    default:
      return "";
  }
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

function wholeRecord(name: Named["name"], w: typeof where.en): string | null {
  switch (name) {
    case "customer.create":
    case "estimate.create":
      return w.whereBegun;
    case "area.add":
    case "surface.add":
    case "item.add":
      return w.whereAdded;
    case "area.clone":
      return w.whereCopied;
    case "estimate.remove":
    case "area.remove":
    case "surface.remove":
    case "item.remove":
      return w.whereRemoved;
    case "estimate.restore":
    case "area.restore":
    case "surface.restore":
    case "item.restore":
      return w.whereBroughtBack;
    case "estimate.assign":
      return w.whereTakenOn;
    default:
      return null;
  }
}
