import type { RecordOf } from "../../../shared/estimate/record.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { DownIcon, UpIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./arrange-row.module.css";

type ArrangeRowProps = {
  readonly area: RecordOf<"area">;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (areaId: string, by: -1 | 1) => Promise<void>;
};

/** An area while the order is being changed: one step up or down at a tap, nothing is dragged. */
export function ArrangeRow({ area, first, last, onMove }: ArrangeRowProps) {
  const { t } = useWords();
  return (
    <div className={css["row"]}>
      <span className={css["name"]}>{area.name}</span>
      <IconButton
        label={t.editorMoveUp(area.name)}
        icon={<UpIcon />}
        disabled={first}
        onClick={() => void onMove(area.id, -1)}
      />
      <IconButton
        label={t.editorMoveDown(area.name)}
        icon={<DownIcon />}
        disabled={last}
        onClick={() => void onMove(area.id, 1)}
      />
    </div>
  );
}
