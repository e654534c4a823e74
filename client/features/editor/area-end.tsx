import type { RecordOf } from "../../../shared/estimate/record.ts";
import { Button } from "../../ui/button.tsx";
import { CopyIcon, TrashIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { useAreaActions } from "./use-area-actions.ts";
import css from "./area-end.module.css";

/** What can be done with the whole area. */
export function AreaEnd({ area }: { readonly area: RecordOf<"area"> }) {
  const { t } = useWords();
  const { clone, remove } = useAreaActions();
  return (
    <div className={css["end"]}>
      <Button icon={<CopyIcon />} onClick={() => void clone(area)}>
        {t.areasClone}
      </Button>
      <Button variant="danger" icon={<TrashIcon />} onClick={() => void remove(area)}>
        {t.areasRemove}
      </Button>
    </div>
  );
}
