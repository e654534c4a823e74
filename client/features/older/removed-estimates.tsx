import { useState } from "react";
import { RemovedBy } from "../../chrome/edit-history/removed-by.tsx";
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
import { useRemoval } from "./use-removal.ts";

/** How many are asked about at once; the rest comes when it is wanted. */
const PAGE = 10;

/** Estimates that were taken out of the list, each with who did it and its way back. */
export function RemovedEstimates() {
  const w = useSubject(older);
  const [limit, setLimit] = useState(PAGE);
  const removed = useRemovedEstimates() ?? [];
  if (removed.length === 0) return null;
  return (
    <Section title={w.olderRemoved}>
      <List label={w.olderRemoved}>
        {removed.slice(0, limit).map((estimate) => (
          <li key={estimate.id}>
            <RemovedRow estimate={estimate} />
          </li>
        ))}
      </List>
      {removed.length > limit ? (
        <div>
          <Button variant="quiet" onClick={() => setLimit(limit + PAGE)}>
            {w.olderMore}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function RemovedRow({ estimate }: { readonly estimate: RemovedEstimate }) {
  const { t, date } = useWords();
  const w = useSubject(older);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const { id, customerName, fields } = estimate;
  const { street, city, createdAt, title } = fields;
  const name = customerName || String(title ?? "") || t.homeUntitled;
  const place = siteLine({ street: String(street ?? ""), city: String(city ?? "") });
  const begun = Date.parse(String(createdAt));
  const bringBack = async () => {
    const result = await say(restoreRecord(local, "estimate", id));
    if (!result.ok) return;
    const takeBack = { label: t.undo, onAct: () => void say(undo(local, id)) };
    toast.show({ text: w.olderIsBack(name), action: takeBack });
  };
  return (
    <ListRow
      title={name}
      detail={
        <>
          <Facts facts={[place ?? "", Number.isNaN(begun) ? "" : date(begun)]} />
          <RemovedBy {...useRemoval(id)} />
        </>
      }
      meta={
        local.readOnly ? null : (
          <Button
            icon={<UndoIcon size={24} />}
            aria-label={`${w.olderBringBack}: ${name}`}
            onClick={() => void bringBack()}
          >
            {w.olderBringBack}
          </Button>
        )
      }
    />
  );
}
