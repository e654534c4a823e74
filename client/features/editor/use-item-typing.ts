import type { RecordOf } from "../../../shared/estimate/record.ts";
import { draftsOf, type Typing, useTyping } from "../../chrome/use-typing.ts";
import { editItem } from "../../local/actions/edit-item.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import type { SaveResult } from "../../local/save-result.ts";
import { centsOf, dollarsText } from "../../chrome/dollars.ts";
import type { ItemNumber } from "./new-item.ts";
import { MAX_MEASURE } from "./use-area-typing.ts";

export type ItemText = ItemNumber | "label" | "group";

export interface ItemTyping extends Pick<Typing, "leave"> {
  readonly text: (field: ItemText) => string;
  /** A text that the field cannot hold is left out, as a key that does nothing. */
  readonly type: (field: ItemText, text: string) => void;
}

/** Typing into the fields of a line. Dollars are typed as text and kept in cents, below zero for a credit. */
export function useItemTyping(item: RecordOf<"item">, isCredit: boolean): ItemTyping {
  const local = useLocal();
  const drafts = draftsOf(local);
  /** `125.` and `125.50` are what the record holds too: it has said all there is to say about them. */
  const dollars = (field: "unitCost" | "materialCost") => {
    const typed = drafts.get(`${item.id}.${field}`)?.text;
    const isSame = typed !== undefined && centsOf(typed) === Math.abs(item[field]);
    return isSame ? typed : dollarsText(item[field]);
  };
  const { text, type, leave } = useTyping(item.id, {
    label: item.label,
    group: item.group,
    quantity: item.quantity,
    painters: item.painters,
    margin: item.margin ?? "",
    unitCost: dollars("unitCost"),
    materialCost: dollars("materialCost"),
  });
  return {
    text,
    leave,
    type(field, typed) {
      const save = saveFor(local, item.id, field, typed, isCredit);
      if (save) type(field, typed, save);
    },
  };
}

type Save = (gesture: string) => Promise<SaveResult<void>>;

function saveFor(
  local: Local,
  id: string,
  field: ItemText,
  typed: string,
  isCredit: boolean,
): Save | null {
  switch (field) {
    case "label":
    case "group":
      return (gesture) => editItem(local, id, field, typed, gesture);
    case "quantity":
    case "painters":
      if (typed.length > MAX_MEASURE) return null;
      return (gesture) => editItem(local, id, field, typed, gesture);
    case "margin": {
      if (typed.length > MAX_MEASURE) return null;
      const margin = typed.trim() === "" ? null : typed;
      return (gesture) => editItem(local, id, field, margin, gesture);
    }
    case "unitCost":
    case "materialCost": {
      const cents = centsOf(typed);
      if (cents === null) return null;
      const signed = field === "unitCost" && isCredit && cents !== 0 ? -cents : cents;
      return (gesture) => editItem(local, id, field, signed, gesture);
    }
  }
}
