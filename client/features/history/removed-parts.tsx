import type { TombstoneRow } from "../../local/rows.ts";
import { removalOf } from "../../chrome/edit-history/removal-of.ts";
import { RemovedBy } from "../../chrome/edit-history/removed-by.tsx";
import type { ToldEdit } from "../../chrome/edit-history/told-edits.ts";
import { useSay } from "../../chrome/use-say.ts";
import { type Restorable, restoreRecord } from "../../local/actions/restore-record.ts";
import { undo } from "../../local/actions/undo.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { UndoIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { useToast } from "../../ui/toast.tsx";
import { history } from "../../words/history.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { historyLines, type HistorySpeech } from "./history-lines.ts";

type RemovedPartsProps = {
  readonly estimateId: string;
  readonly removed: readonly TombstoneRow[];
  readonly speech: HistorySpeech;
  /** What is known of the estimate's edits, newest first. */
  readonly edits: readonly ToldEdit[];
  /** The server could not be asked for more of them. */
  readonly hasFailed: boolean;
};

/** Rooms, surfaces and lines that were removed, each with who did it and its way back; undo takes that back again. */
export function RemovedParts({ estimateId, removed, speech, edits, hasFailed }: RemovedPartsProps) {
  const { t } = useWords();
  const w = useSubject(history);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  if (removed.length === 0) return null;
  const bringBack = async (entity: Restorable, id: string, name: string) => {
    const result = await say(restoreRecord(local, entity, id));
    if (!result.ok) return;
    const takeBack = { label: t.undo, onAct: () => void say(undo(local, estimateId)) };
    toast.show({ text: w.historyIsBack(name), action: takeBack });
  };
  return (
    <Section title={w.historyGone}>
      <List label={w.historyGone}>
        {removed.map(({ entity, id }) => {
          if (!isRestorable(entity)) return null;
          const [line] = historyLines(
            { name: "area.restore", operations: [{ op: "restore", entity, id }] },
            speech,
          );
          const name = line?.place ?? "";
          return (
            <li key={id}>
              <ListRow
                title={name}
                detail={<RemovedBy removal={removalOf(edits, id)} hasFailed={hasFailed} />}
                meta={
                  local.readOnly ? null : (
                    <Button
                      icon={<UndoIcon size={24} />}
                      aria-label={`${w.historyBringBack}: ${name}`}
                      onClick={() => void bringBack(entity, id, name)}
                    >
                      {w.historyBringBack}
                    </Button>
                  )
                }
              />
            </li>
          );
        })}
      </List>
    </Section>
  );
}

const isRestorable = (entity: string): entity is "area" | "surface" | "item" =>
  entity === "area" || entity === "surface" || entity === "item";
