import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Words } from "../words/dictionary.ts";

/** What undo would take back, in a few words for its button. */
export function historyWords(name: MutationName, t: Words): string {
  switch (name) {
    case "area.add":
      return t.historyAreaAdd;
    case "area.edit":
      return t.historyAreaEdit;
    case "area.clone":
      return t.historyAreaClone;
    case "area.move":
      return t.historyAreaMove;
    case "area.remove":
      return t.historyAreaRemove;
    case "surface.add":
      return t.historySurfaceAdd;
    case "surface.edit":
      return t.historySurfaceEdit;
    case "surface.remove":
      return t.historySurfaceRemove;
    case "item.add":
    case "item.edit":
    case "item.remove":
      return t.historyItem;
    case "estimate.reprice":
      return t.historyReprice;
    case "book.draft":
    case "book.edit":
    case "book.discard":
    case "book.publish":
      return t.historyBook;
    case "customer.create":
    case "customer.edit":
    case "estimate.create":
    case "estimate.edit":
    case "estimate.remove":
    case "estimate.restore":
    case "estimate.assign":
    case "area.restore":
    case "surface.restore":
    case "item.restore":
    case "conflict.resolve":
    case "estimate.accept":
    case "estimate.reopen":
    case "edit.undo":
    case "edit.redo":
      return t.historyEstimateEdit;
  }
}
