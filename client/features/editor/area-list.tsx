import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { LockedBanner } from "../../chrome/locked-banner.tsx";
import { DetailsRow } from "./details-row.tsx";
import { type AreaProblem, areaProblems, centsByArea } from "./area-facts.ts";
import { AreaRow } from "./area-row.tsx";
import { useEditor } from "./editor-context.tsx";
import { useAreaActions } from "./use-area-actions.ts";
import css from "./area-list.module.css";

const { Part: ArrangeRow } = lazyPart(async () => (await import("./arrange-row.tsx")).ArrangeRow);
const { Part: ItemList } = lazyPart(async () => (await import("./item-list.tsx")).ItemList);

type AreaListProps = {
  readonly currentId: string | undefined;
  /** The area stands beside the list, and says there that it is accepted. */
  readonly wide: boolean;
};

/** Every room and side of the estimate, and the way to one more. */
export function AreaList({ currentId, wide }: AreaListProps) {
  const words = useWords();
  const { t } = words;
  const editor = useEditor();
  const { estimate, priceBook, locked } = editor;
  const [arranging, setArranging] = useState(false);
  const { areas } = estimate;
  const cents = centsByArea(editor);
  const why = locked ? <LockedBanner estimate={estimate.estimate} priceBook={priceBook} /> : null;
  if (areas.length === 0) {
    return (
      <div className={css["pane"]} data-empty>
        {why}
        <DetailsRow estimateId={estimate.estimate.id} />
        <EmptyState title={t.areasEmptyTitle} action={locked ? null : <AddButtons first />}>
          {locked ? null : t.areasEmptyLead}
        </EmptyState>
        <ItemList currentId={currentId} />
      </div>
    );
  }
  return (
    <div className={css["pane"]}>
      {wide ? null : why}
      <DetailsRow estimateId={estimate.estimate.id} />
      <div className={css["head"]}>
        <h2>{t.areasTitle}</h2>
        {areas.length > 1 && !locked ? (
          <Button variant="quiet" onClick={() => setArranging(!arranging)}>
            {arranging ? t.editorOrderDone : t.editorOrder}
          </Button>
        ) : null}
      </div>
      <List label={t.areasTitle}>
        {areas.map((found) => (
          <li key={found.area.id}>
            {arranging && !locked ? (
              <ArrangeRow area={found.area} areas={areas} />
            ) : (
              <AreaRow
                found={found}
                current={found.area.id === currentId}
                cents={cents.get(found.area.id) ?? 0}
                {...firstProblem(areaProblems(editor, found.area.id, words))}
              />
            )}
          </li>
        ))}
      </List>
      {locked ? null : <AddButtons />}
      <ItemList currentId={currentId} />
    </div>
  );
}

const firstProblem = ([problem]: readonly AreaProblem[]) => ({
  sentence: problem?.sentence ?? null,
  blocking: problem?.blocking ?? false,
});

function AddButtons({ first }: { readonly first?: boolean | undefined }) {
  const { t } = useWords();
  const { add } = useAreaActions();
  return (
    <div className={css["add"]}>
      <Button
        variant={first ? "primary" : "secondary"}
        icon={<PlusIcon />}
        onClick={() => void add("room")}
      >
        {t.areasAddRoom}
      </Button>
      <Button icon={<PlusIcon />} onClick={() => void add("side")}>
        {t.areasAddSide}
      </Button>
    </div>
  );
}
