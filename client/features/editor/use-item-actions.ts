import { useLocation } from "wouter";
import { useSay } from "../../chrome/use-say.ts";
import { draftsOf } from "../../chrome/use-typing.ts";
import { addItem } from "../../local/actions/add-item.ts";
import { removeItem } from "../../local/actions/remove-item.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { readHistory } from "../../local/queries/history.ts";
import { useToast } from "../../ui/toast.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { estimateAddress, itemAddress } from "./addresses.ts";
import { useEditor } from "./editor-context.tsx";
import { type ItemKind, itemNumbers, newItem } from "./new-item.ts";

/** What can be done with whole lines. Each is saved before anything is said or opened. */
export function useItemActions() {
  const local = useLocal();
  const { t } = useWords();
  const w = useSubject(itemWords);
  const say = useSay();
  const toast = useToast();
  const { estimate, priceBook, names } = useEditor();
  const [, navigate] = useLocation();
  const estimateId = estimate.estimate.id;

  return {
    add: async (kind: ItemKind, addOn = "") => {
      const result = await say(addItem(local, estimateId, newItem(kind, priceBook, addOn)));
      if (!result.ok) return;
      navigate(itemAddress(estimateId, result.value, itemNumbers(kind)[0] ?? null));
    },
    remove: async (id: string) => {
      await draftsOf(local).settle();
      const name = names.item(id) || w.itemsUnnamed;
      const result = await say(removeItem(local, id));
      if (!result.ok) return;
      navigate(estimateAddress(estimateId));
      const bringBack = async () => {
        const { undoes } = await readHistory(local, estimateId);
        if (undoes === "item.remove") await say(undo(local, estimateId));
        else toast.show({ text: t.editorUndoFromTop });
      };
      const action = { label: t.undo, onAct: () => void bringBack() };
      toast.show({ text: w.itemsRemoved(name), action });
    },
  };
}
