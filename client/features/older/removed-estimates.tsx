import { siteLine } from "../../chrome/site-line.ts";
import { useSay } from "../../chrome/use-say.ts";
import { restoreRecord } from "../../local/actions/restore-record.ts";
import { undo } from "../../local/actions/undo.ts";
import { useRemovedEstimates } from "../../local/hooks/use-estimate-history.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { RemovedEstimate } from "../../local/queries/removed.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { UndoIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { useToast } from "../../ui/toast.tsx";
import { older } from "../../words/older.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

/** Estimates that were taken out of the list, each with its way back. */
export function RemovedEstimates() {
  const { t, date } = useWords();
  const w = useSubject(older);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const removed = useRemovedEstimates() ?? [];
  if (removed.length === 0) return null;
  const nameOf = ({ customerName, fields }: RemovedEstimate) =>
    customerName || String(fields["title"] ?? "") || t.homeUntitled;
  const bringBack = async (estimate: RemovedEstimate) => {
    const result = await say(restoreRecord(local, "estimate", estimate.id));
    if (!result.ok) return;
    const takeBack = { label: t.undo, onAct: () => void say(undo(local, estimate.id)) };
    toast.show({ text: w.olderIsBack(nameOf(estimate)), action: takeBack });
  };
  return (
    <Section title={w.olderRemoved}>
      <List label={w.olderRemoved}>
        {removed.map((estimate) => {
          const { street, city, createdAt } = estimate.fields;
          const place = siteLine({ street: String(street ?? ""), city: String(city ?? "") });
          const begun = Date.parse(String(createdAt));
          return (
            <li key={estimate.id}>
              <ListRow
                title={nameOf(estimate)}
                detail={<Facts facts={[place ?? "", Number.isNaN(begun) ? "" : date(begun)]} />}
                meta={
                  <Button
                    icon={<UndoIcon size={24} />}
                    aria-label={`${w.olderBringBack}: ${nameOf(estimate)}`}
                    onClick={() => void bringBack(estimate)}
                  >
                    {w.olderBringBack}
                  </Button>
                }
              />
            </li>
          );
        })}
      </List>
    </Section>
  );
}
