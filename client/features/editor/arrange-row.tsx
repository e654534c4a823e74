import type { RecordOf } from "../../../shared/estimate/record.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { DownIcon, UpIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useAreaActions } from "./use-area-actions.ts";
import css from "./arrange-row.module.css";

type ArrangeRowProps = {
  readonly area: RecordOf<"area">;
  readonly first: boolean;
  readonly last: boolean;
};

/** An area while the order is being changed: one step up or down at a tap, nothing is dragged. */
export function ArrangeRow({ area, first, last }: ArrangeRowProps) {
  const { t } = useWords();
  const { move } = useAreaActions();
  return (
    <div className={css["row"]}>
      <span className={css["name"]}>{area.name}</span>
      <IconButton
        label={t.editorMoveUp(area.name)}
        icon={<UpIcon />}
        disabled={first}
        onClick={() => void move(area.id, -1)}
      />
      <IconButton
        label={t.editorMoveDown(area.name)}
        icon={<DownIcon />}
        disabled={last}
        onClick={() => void move(area.id, 1)}
      />
    </div>
  );
}
