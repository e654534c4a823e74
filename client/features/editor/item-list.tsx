import { useState } from "react";
import { Link } from "wouter";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { Button } from "../../ui/button.tsx";
import { AlertIcon, PlusIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { Money } from "../../ui/money.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords, type WordsApi } from "../../words/words-provider.tsx";
import { itemAddress } from "./addresses.ts";
import css from "./item-list.module.css";
import { useEditor } from "./editor-context.tsx";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { kindName } from "./kind-name.ts";
import { pricedItem } from "./priced-item.ts";

const { Part: AddItemSheet } = lazyPart(
  async () => (await import("./add-item-sheet.tsx")).AddItemSheet,
);

/** The lines beside the areas, after them: what is bought in, days of a crew, prices, add-ons. */
export function ItemList({ currentId }: { readonly currentId: string | undefined }) {
  const w = useSubject(itemWords);
  const { estimate, locked } = useEditor();
  const { items } = estimate;
  return (
    <>
      {items.length === 0 ? null : (
        <>
          <h2 className={css["title"]}>{w.itemsTitle}</h2>
          <List label={w.itemsTitle}>
            {items.map((item) => (
              <li key={item.id}>
                <ItemRow item={item} current={item.id === currentId} />
              </li>
            ))}
          </List>
        </>
      )}
      {locked ? null : <AddItem />}
    </>
  );
}

function AddItem() {
  const w = useSubject(itemWords);
  const [asking, setAsking] = useState(false);
  return (
    <div className={css["add"]}>
      <Button variant="quiet" icon={<PlusIcon />} onClick={() => setAsking(true)}>
        {w.itemsAdd}
      </Button>
      <AddItemSheet open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

type ItemRowProps = { readonly item: RecordOf<"item">; readonly current: boolean };

function ItemRow({ item, current }: ItemRowProps) {
  const w = useSubject(itemWords);
  const { names, option, locked } = useEditor();
  const line = pricedItem(option, item.id);
  const address = itemAddress(item.estimateId, item.id);
  const row = {
    title: names.item(item.id) || kindName(item.kind, w, item.unitCost < 0),
    detail: <ItemFacts item={item} />,
    meta: line === undefined || line.cents === 0 ? null : <Money cents={line.cents} />,
  };
  if (locked) return <ListRow {...row} />;
  return (
    <Link href={address} asChild>
      <ListRow {...row} href={address} current={current} />
    </Link>
  );
}

function ItemFacts({ item }: Pick<ItemRowProps, "item">) {
  const words = useWords();
  const { priced, priceBook, names, problemWords } = useEditor();
  const problem = priced?.problems.find(({ itemId }) => itemId === item.id);
  return (
    <span className={css["facts"]}>
      <span>{factsOf(item, priceBook, words).join(" · ")}</span>
      {problem === undefined || !problemWords ? null : (
        <span className={problem.blocking ? css["problem"] : css["hint"]}>
          <AlertIcon size={20} />
          {problemWords(problem, names, words)}
        </span>
      )}
    </span>
  );
}

/** What kind of line it is, how much of it, and whether it counts. */
function factsOf(item: RecordOf<"item">, priceBook: PriceBook, words: WordsApi): readonly string[] {
  const w = itemWords[words.language];
  const amount = amountOf(item, priceBook, words);
  const standing = item.optional
    ? item.ticked
      ? w.itemsOptional
      : `${w.itemsOptional}, ${w.itemsNotCounted}`
    : "";
  const kind = item.label.trim() === "" ? "" : kindName(item.kind, w, item.unitCost < 0);
  return [kind, amount, standing].filter((fact) => fact !== "");
}

/** As it was typed, in the add-on's unit: "120 sq ft"; empty for one piece. */
function amountOf(
  { kind, painters, quantity, addOn }: RecordOf<"item">,
  { addOns }: PriceBook,
  { t, language }: WordsApi,
): string {
  if (kind === "crew-days") return itemWords[language].itemsPaintersDays(painters, quantity);
  const unit = kind === "add-on" ? addOns.find(({ key }) => key === addOn)?.unit : undefined;
  if (unit === "sqft") return t.areaSquareFeet(quantity);
  if (unit === "lf") return t.areaLinearFeet(quantity);
  return quantity.trim() === "1" ? "" : `${quantity} ×`;
}
