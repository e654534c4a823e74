import { useState } from "react";
import { useLocal } from "../../local/local-context.tsx";
import { allowRemoval } from "../../local/replica/removal-fuse.ts";
import type { RemovalInQuestion } from "../../local/rows.ts";
import { useSync } from "../../sync/use-sync-state.ts";
import { Button } from "../../ui/button.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./removal-question.module.css";

/** R9: the server has removed a great part of what is here; nothing goes until a person says so, twice. */
export function RemovalQuestion({ removal }: { readonly removal: RemovalInQuestion }) {
  const { t, number } = useWords();
  const w = useSubject(where);
  const local = useLocal();
  const { syncNow } = useSync();
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState(false);
  const removing = number(removal.removing);
  const remove = async () => {
    setAsking(false);
    await allowRemoval(local);
    syncNow();
  };
  return (
    <section className={css["question"]} aria-labelledby="removal-title">
      <AlertIcon size={32} />
      <div className={css["words"]}>
        <h2 id="removal-title">{w.whereRemovalTitle(removing, number(removal.of))}</h2>
        <p>{w.whereRemovalLead}</p>
        <div className={css["buttons"]}>
          <Button onClick={() => setKept(true)}>{w.whereRemovalKeep}</Button>
          <Button variant="danger" onClick={() => setAsking(true)}>
            {w.whereRemovalRemove}
          </Button>
        </div>
        <output>{kept ? w.whereRemovalKept : null}</output>
      </div>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={w.whereRemovalSure(removing)}
        closeLabel={t.close}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" onClick={() => void remove()}>
              {w.whereRemovalRemove}
            </Button>
          </>
        }
      >
        <p>{w.whereRemovalSureLead}</p>
      </Sheet>
    </section>
  );
}
