import { List } from "../../ui/list.tsx";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { queueGroups } from "./queue-groups.ts";
import { queuePlace, queueWhat } from "./queue-names.ts";
import { QueueRow } from "./queue-row.tsx";

type QueueListProps = {
  readonly label: string;
  readonly edits: readonly QueuedEdit[];
  /** The tablet is sending at this moment. */
  readonly isSending: boolean;
  /** Edits that are not in `edits`. */
  readonly more: number;
};

/** What waits, record by record: whose estimate, which room, which fields, and how far it has come. */
export function QueueList({ label, edits, isSending, more }: QueueListProps) {
  const t = useEditWords();
  const { number } = useWords();
  const w = useSubject(where);
  const groups = queueGroups(edits, {
    place: (edit) => queuePlace(edit, t),
    what: (edit) => queueWhat(edit, t, w),
  });
  return (
    <>
      <List label={label}>
        {groups.map((group) => (
          <li key={group.key}>
            <QueueRow group={group} isSending={isSending} />
          </li>
        ))}
      </List>
      {more > 0 ? <p>{w.whereMore(number(more))}</p> : null}
    </>
  );
}
