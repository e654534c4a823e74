import type { RecordOf } from "../../../shared/estimate/record.ts";
import { LockedBanner } from "../../chrome/locked-banner.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./item-editor.module.css";
import { useEditor } from "./editor-context.tsx";
import { ItemEditor } from "./item-editor.tsx";

type ItemDetailProps = { readonly item: RecordOf<"item"> | undefined };

/** One line; once the customer has accepted, the list says all there is to read. */
export function ItemDetail({ item }: ItemDetailProps) {
  const { t } = useWords();
  const w = useSubject(itemWords);
  const { estimate, priceBook, locked } = useEditor();
  if (item && !locked) return <ItemEditor key={item.id} item={item} />;
  return (
    <div className={css["gone"]}>
      {item ? (
        <LockedBanner estimate={estimate.estimate} priceBook={priceBook} />
      ) : (
        <EmptyState title={w.itemsGone}>{t.editorMissingLead}</EmptyState>
      )}
    </div>
  );
}
