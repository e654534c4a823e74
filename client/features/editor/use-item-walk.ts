import { compare, divide, exact, multiply, subtract } from "../../../shared/exact/exact.ts";
import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { parseQuantity } from "../../../shared/units/decimal.ts";
import { useKeypadWalk } from "../../ui/keypad/use-keypad-walk.ts";
import { items as itemWords } from "../../words/items.ts";
import { useWords, type WordsApi } from "../../words/words-provider.tsx";
import { useGround } from "./editor-context.tsx";
import { type MeasureNote, quantityNote } from "../../chrome/measure-note.ts";
import { type ItemNumber, itemNumbers } from "./new-item.ts";
import type { ItemTyping } from "./use-item-typing.ts";

const HUNDRED = exact(100);

/** Under an own margin: the mark-up it comes to, because half of the trade says one and means the other. */
export function marginNote(typed: string, { language, number }: WordsApi): MeasureNote {
  const w = itemWords[language];
  const parsed = parseQuantity(typed);
  if (!parsed.ok)
    return parsed.error.code === "empty"
      ? { echo: w.itemsMarginBook, problem: null }
      : { echo: null, problem: w.itemsMarginWrong };
  if (compare(parsed.value, HUNDRED) >= 0) return { echo: null, problem: w.itemsMarginWrong };
  const markup = divide(multiply(parsed.value, HUNDRED), subtract(HUNDRED, parsed.value));
  return { echo: w.itemsMarkup(number(toNumber(markup))), problem: null };
}

/** The numbers of a line, walked with Next on the one keypad. */
export function useItemWalk(item: RecordOf<"item">, typing: ItemTyping) {
  const words = useWords();
  const labelOf = useLabels(item);
  const ids = itemNumbers(item.kind);
  const walk = useKeypadWalk<ItemNumber>({
    fields: ids.map((id) => ({ id, mode: "decimal" })),
    text: typing.text,
    onText: typing.type,
    onEnd: typing.leave,
  });
  const { activeId } = walk;
  const goOn = () => {
    typing.leave();
    walk.keypad?.onNext();
  };
  const noteOf = (id: ItemNumber): MeasureNote => {
    if (id === "margin") return marginNote(typing.text(id), words);
    if (id === "unitCost" || id === "materialCost") return { echo: null, problem: null };
    return quantityNote(typing.text(id), null, words.t);
  };
  const described = (id: ItemNumber) => ({ label: labelOf(id), ...noteOf(id) });
  return {
    ids,
    activeId,
    close: () => {
      typing.leave();
      walk.close();
    },
    open: (wanted: string) => {
      const id = ids.find((known) => known === wanted);
      if (id) walk.open(id);
    },
    field: (id: ItemNumber) => ({ ...walk.field(id), ...described(id), onNext: goOn }),
    keypad:
      walk.keypad && activeId ? { ...walk.keypad, ...described(activeId), onNext: goOn } : null,
  };
}

function useLabels(item: RecordOf<"item">): (id: ItemNumber) => string {
  const { t, language } = useWords();
  const { priceBook } = useGround();
  const w = itemWords[language];
  const units = {
    sqft: t.editorUnitSquareFeet,
    lf: t.editorUnitLinearFeet,
    each: t.editorUnitPieces,
  } as const;
  const unit = priceBook.addOns.find(({ key }) => key === item.addOn)?.unit ?? "each";
  return (id) => {
    switch (id) {
      case "quantity":
        if (item.kind === "crew-days") return w.itemsDays;
        return item.kind === "add-on" ? w.itemsQuantityOf(units[unit]) : w.itemsQuantity;
      case "unitCost":
        return item.kind === "price" ? w.itemsPriceEach : w.itemsLabour;
      case "materialCost":
        if (item.kind === "crew-days") return w.itemsMaterialWhole;
        return item.kind === "price" ? w.itemsMaterialIn : w.itemsMaterial;
      case "margin":
        return w.itemsMargin;
      case "painters":
        return w.itemsPainters;
    }
  };
}
