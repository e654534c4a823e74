import type { items } from "../../words/items.ts";
import type { ItemKind } from "./new-item.ts";

/** What a kind of line is called; it stands for the line while nobody has named it. */
export function kindName(kind: ItemKind, w: (typeof items)["en"], isCredit = false): string {
  switch (kind) {
    case "cost":
      return w.itemsCost;
    case "price":
      return isCredit ? w.itemsCredit : w.itemsPrice;
    case "crew-days":
      return w.itemsCrew;
    case "add-on":
      return w.itemsAddOn;
  }
}
