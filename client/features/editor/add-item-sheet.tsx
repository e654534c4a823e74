import { useState } from "react";
import { NextIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { useGround } from "./editor-context.tsx";
import type { ItemKind } from "./new-item.ts";
import { useItemActions } from "./use-item-actions.ts";

type AddItemSheetProps = { readonly open: boolean; readonly onClose: () => void };

/** Four kinds of line, one tap each; an add-on is chosen by name first. */
export function AddItemSheet({ open, onClose }: AddItemSheetProps) {
  const { t, language } = useWords();
  const w = useSubject(itemWords);
  const { priceBook } = useGround();
  const { add } = useItemActions();
  const [choosing, setChoosing] = useState(false);
  const close = () => {
    setChoosing(false);
    onClose();
  };
  const take = (kind: ItemKind, addOn = "") => {
    close();
    void add(kind, addOn);
  };
  return (
    <Sheet
      open={open}
      onClose={close}
      title={choosing ? w.itemsAddOn : w.itemsAddTitle}
      closeLabel={t.close}
    >
      <List label={choosing ? w.itemsAddOn : w.itemsAddTitle}>
        {choosing ? (
          priceBook.addOns.map(({ key, label }) => (
            <li key={key}>
              <ListRow title={label[language]} onClick={() => take("add-on", key)} />
            </li>
          ))
        ) : (
          <>
            <li>
              <ListRow
                title={w.itemsCrew}
                detail={w.itemsCrewLead}
                onClick={() => take("crew-days")}
              />
            </li>
            <li>
              <ListRow title={w.itemsCost} detail={w.itemsCostLead} onClick={() => take("cost")} />
            </li>
            <li>
              <ListRow
                title={w.itemsPrice}
                detail={w.itemsPriceLead}
                onClick={() => take("price")}
              />
            </li>
            {priceBook.addOns.length === 0 ? null : (
              <li>
                <ListRow
                  title={w.itemsAddOn}
                  detail={w.itemsAddOnLead}
                  meta={<NextIcon size={20} />}
                  onClick={() => setChoosing(true)}
                />
              </li>
            )}
          </>
        )}
      </List>
    </Sheet>
  );
}
