import { useEffect, useState } from "react";
import type { Device } from "../../../shared/sync/device.ts";
import { install, useInstallOffer } from "../../chrome/install-offer.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useRemovedRecords } from "../../local/hooks/use-removed-records.ts";
import { askToKeep } from "../../local/keep-storage.ts";
import { notePerson, personHere } from "../../local/people-here.ts";
import { Button } from "../../ui/button.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { tablet } from "../../words/tablet.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./tablet.module.css";

/** The browser has thrown this tablet's records away: what comes back, what does not, and what helps. Told once. */
export function RemovedNotice({ device }: { readonly device: Device | null }) {
  const { t, number, date, time } = useWords();
  const w = useSubject(tablet);
  const session = useSession();
  const removed = useRemovedRecords(device, session);
  const offer = useInstallOffer();
  const [isPutAway, setPutAway] = useState(false);
  const [isKept, setKept] = useState<boolean | null>(null);
  const isShown = Boolean(removed) && !isPutAway;

  useEffect(() => {
    if (isShown) void askToKeep(navigator.storage).then(setKept);
  }, [isShown]);

  if (!removed || isPutAway) return null;
  const putAway = () => {
    notePerson(session, { toldOf: personHere(session)?.emptyAt ?? null });
    setPutAway(true);
  };
  const { lastSeq, seenAt } = removed;
  return (
    <Notice rank={ranks.recordsRemoved}>
      <section className={css["removed"]} role="alert">
        <h2>{w.removedTitle}</h2>
        <p>{w.removedBack(number(lastSeq), `${date(seenAt)}, ${time(seenAt)}`)}</p>
        <p>
          <strong>{w.removedLost}</strong>
        </p>
        <p>
          {w.removedPrevent} {isKept === null ? null : isKept ? w.removedKept : w.removedNotKept}
        </p>
        {offer === "manual" ? <p>{t.installByHand}</p> : null}
        <div className={css["actions"]}>
          <Button variant="quiet" onClick={putAway}>
            {w.putAway}
          </Button>
          {offer === "prompt" ? (
            <Button onClick={() => void install()}>{t.installAction}</Button>
          ) : null}
        </div>
      </section>
    </Notice>
  );
}
