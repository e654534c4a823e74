import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { useSay } from "../../chrome/use-say.ts";
import { moveArea } from "../../local/actions/move-area.ts";
import { useLocal } from "../../local/local-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { DownIcon, UpIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { neighbourBefore } from "./order-of-areas.ts";
import css from "./arrange-row.module.css";

type ArrangeRowProps = {
  readonly area: RecordOf<"area">;
  /** All of the estimate, in their order. */
  readonly areas: readonly AreaWithSurfaces[];
};

/** An area while the order is being changed: one step up or down at a tap, nothing is dragged. */
export function ArrangeRow({ area, areas }: ArrangeRowProps) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const ids = areas.map((found) => found.area.id);
  const up = neighbourBefore(ids, area.id, -1);
  const down = neighbourBefore(ids, area.id, 1);
  const moveBehind = (after: string | null | undefined): void => {
    if (after !== undefined) void say(moveArea(local, area.id, after));
  };
  return (
    <div className={css["row"]}>
      <span className={css["name"]}>{area.name}</span>
      <IconButton
        label={t.editorMoveUp(area.name)}
        icon={<UpIcon />}
        disabled={up === undefined}
        onClick={() => moveBehind(up)}
      />
      <IconButton
        label={t.editorMoveDown(area.name)}
        icon={<DownIcon />}
        disabled={down === undefined}
        onClick={() => moveBehind(down)}
      />
    </div>
  );
}
