import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Device } from "../../../shared/sync/device.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useStorageRoom } from "../../chrome/storage-room.ts";
import { forgetUnsaved, keptUnsaved } from "../../chrome/unsaved-texts.ts";
import { useStorageStanding } from "../../local/hooks/use-storage-standing.ts";
import { probeStorage } from "../../local/healing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { othersWaiting } from "../../local/people-here.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { AlertIcon, PersonIcon, TabletIcon } from "../../ui/icons.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { tablet } from "../../words/tablet.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { RemovedNotice } from "./removed-notice.tsx";

/** What is wrong with the storage now on every screen, what there is to know on the first one. */
export function TabletNotices({ device }: { readonly device: Device | null }) {
  const [here] = useLocation();
  const local = useLocal();
  const w = useSubject(tablet);
  const room = useStorageRoom();
  // There a phone has room for a keypad and not for advice.
  const isMeasuring = here.startsWith("/estimates/");
  return (
    <>
      {useStorageStanding(local) === "lost" ? (
        <Notice rank={ranks.storageLost}>
          <Lost />
        </Notice>
      ) : null}
      {room === "ephemeral" ? (
        <Notice rank={ranks.privateWindow}>
          <Banner tone="alarm" icon={<AlertIcon />}>
            <strong>{w.ephemeral}</strong> {isMeasuring ? null : w.ephemeralTodo}
          </Banner>
        </Notice>
      ) : null}
      {here === "/" ? (
        <>
          <RemovedNotice device={device} />
          <Unsaved />
          {room === "low" ? (
            <Notice rank={ranks.nearlyFull}>
              <Banner icon={<TabletIcon />}>
                <strong>{w.low}</strong> {w.lowTodo}
              </Banner>
            </Notice>
          ) : null}
          <Others />
        </>
      ) : null}
    </>
  );
}

function Lost() {
  const { t } = useWords();
  const w = useSubject(tablet);
  const { database } = useLocal();
  return (
    <Banner
      tone="alarm"
      icon={<AlertIcon />}
      action={<Button onClick={() => void probeStorage(database)}>{t.tryAgain}</Button>}
    >
      <strong>{w.lost}</strong> {w.lostTodo}
    </Banner>
  );
}

/** Texts that an earlier window had on its screen when a newer version took over. */
function Unsaved() {
  const w = useSubject(tablet);
  const { database } = useLocal();
  const [unsaved, setUnsaved] = useState(() => keptUnsaved(database.name));
  if (!unsaved) return null;
  const putAway = () => {
    forgetUnsaved();
    setUnsaved(null);
  };
  return (
    <Notice rank={ranks.textsUnsaved}>
      <Banner
        tone="next"
        action={
          <>
            <Button variant="quiet" onClick={putAway}>
              {w.putAway}
            </Button>
            <Link href={unsaved.path} asChild>
              <ButtonLink>{w.unsavedGo}</ButtonLink>
            </Link>
          </>
        }
      >
        <p>{w.unsavedTitle}</p>
        {unsaved.texts.map((text) => (
          <p key={text}>
            <strong>{text}</strong>
          </p>
        ))}
      </Banner>
    </Notice>
  );
}

/** Others' work that waits here: only they can send it. */
function Others() {
  const w = useSubject(tablet);
  const session = useSession();
  return othersWaiting(session).map(({ userId, userName, waiting }) => (
    <Notice key={userId} rank={ranks.othersWaiting}>
      <Banner icon={<PersonIcon />}>{w.othersWaiting(waiting, userName)}</Banner>
    </Notice>
  ));
}
