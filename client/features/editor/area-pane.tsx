import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { useWords } from "../../words/words-provider.tsx";
import { AreaEditor } from "./area-editor.tsx";
import { useGround } from "./editor-context.tsx";
import css from "./area-pane.module.css";

const { Part: AreaSummary } = lazyPart(
  async () => (await import("./area-summary.tsx")).AreaSummary,
);

type AreaPaneProps = {
  readonly found: AreaWithSurfaces | undefined;
  /** The address names an area, whether it is still there or not. */
  readonly asked: boolean;
};

/** The area that is measured; read only once the customer has accepted. */
export function AreaPane({ found, asked }: AreaPaneProps) {
  const { t } = useWords();
  const { locked } = useGround();
  if (found && locked) return <AreaSummary key={found.area.id} found={found} />;
  if (found) return <AreaEditor key={found.area.id} found={found} />;
  if (!asked) return null;
  return (
    <div className={css["gone"]}>
      <EmptyState title={t.editorMissing}>{t.editorMissingLead}</EmptyState>
    </div>
  );
}
