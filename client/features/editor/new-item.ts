import type { Fields } from "../../../shared/estimate/entities.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { NewItem } from "../../local/actions/add-item.ts";

export type ItemKind = Fields<"item">["kind"];

/** A line with nothing typed but what is nearly always so: one of it, one day, the crew of the price book. */
export const newItem = (kind: ItemKind, priceBook: PriceBook, addOn = ""): NewItem => ({
  kind,
  label: "",
  quantity: "1",
  unitCost: 0,
  materialCost: 0,
  margin: null,
  painters: kind === "crew-days" ? priceBook.labour.crewSize.value : "",
  addOn,
  areaId: null,
  optional: false,
  // What becomes optional is the customer's to tick.
  ticked: false,
  group: "",
});

/** A field of a line that is typed on the keypad. */
export type ItemNumber = "quantity" | "unitCost" | "materialCost" | "margin" | "painters";

/** The fields of each kind in the order in which they are walked. */
export function itemNumbers(kind: ItemKind): readonly ItemNumber[] {
  switch (kind) {
    case "cost":
      return ["unitCost", "materialCost", "quantity", "margin"];
    case "price":
      return ["unitCost", "quantity", "materialCost"];
    case "crew-days":
      return ["painters", "quantity", "materialCost", "margin"];
    case "add-on":
      return ["quantity"];
  }
}
