import type { RecordOf } from "../../../shared/estimate/record.ts";
import { AcceptedBanner } from "../../chrome/accepted-banner.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { items as itemWords } from "../../words/items.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./area-pane.module.css";
import { useEditor } from "./editor-context.tsx";
import { lazyPart } from "./lazy-part.ts";

const { Part: ItemEditor } = lazyPart(async () => (await import("./item-editor.tsx")).ItemEditor);

/** The line that is worked on; once the customer has accepted, the list says all there is to read. */
export function ItemPane({ item }: { readonly item: RecordOf<"item"> | undefined }) {
  const { t } = useWords();
  const w = useSubject(itemWords);
  const { estimate, priceBook, locked } = useEditor();
  if (item && locked)
    return (
      <div className={css["gone"]}>
        <AcceptedBanner estimate={estimate.estimate} priceBook={priceBook} />
      </div>
    );
  if (item) return <ItemEditor key={item.id} item={item} />;
  return (
    <div className={css["gone"]}>
      <EmptyState title={w.itemsGone}>{t.editorMissingLead}</EmptyState>
    </div>
  );
}
