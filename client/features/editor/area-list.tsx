import { useState } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { LockedBanner } from "../../chrome/locked-banner.tsx";
import { DetailsRow } from "./details-row.tsx";
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
  const { t } = useWords();
  const { estimate, priceBook, locked } = useEditor();
  const [arranging, setArranging] = useState(false);
  const { areas } = estimate;
  const { move } = useAreaActions();
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
              <ArrangeRow area={found.area} {...endsOf(areas, found)} onMove={move} />
            ) : (
              <AreaRow found={found} current={found.area.id === currentId} />
            )}
          </li>
        ))}
      </List>
      {locked ? null : <AddButtons />}
      <ItemList currentId={currentId} />
    </div>
  );
}

const endsOf = (areas: readonly AreaWithSurfaces[], found: AreaWithSurfaces) => ({
  first: areas[0] === found,
  last: areas.at(-1) === found,
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
