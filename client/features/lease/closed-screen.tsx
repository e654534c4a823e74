import { useEffect, useId, useRef } from "react";
import { signInHref } from "../../chrome/sign-in-href.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";
import { lease } from "../../words/lease.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./closed-screen.module.css";
import { ConnectButton } from "./connect-button.tsx";
import { useLeaseState, type WipeProgress } from "./lease-state.ts";

/** In place of all screens: the tablet was without the server for too long, or is being cleared. */
export function ClosedScreen({ isWiping }: { readonly isWiping: boolean }) {
  const titleId = useId();
  // It comes by itself, in place of whatever had the focus.
  const door = useRef<HTMLElement>(null);
  useEffect(() => door.current?.focus(), []);
  return (
    <main ref={door} className={css["door"]} tabIndex={-1} aria-labelledby={titleId}>
      <div className={css["words"]}>
        <p>
          <Wordmark />
        </p>
        {isWiping ? <Wiping titleId={titleId} /> : <Locked titleId={titleId} />}
      </div>
    </main>
  );
}

type TitledProps = { readonly titleId: string };

function Locked({ titleId }: TitledProps) {
  const w = useSubject(lease);
  const { t } = useWords();
  const { waiting, photos, phase } = useSyncState();
  const unsent = (waiting ?? 0) + (photos ?? 0);
  return (
    <>
      <h1 id={titleId}>{w.lockedTitle}</h1>
      <p>{w.lockedSafe}</p>
      {unsent > 0 ? <p>{w.lockedWaiting(unsent)}</p> : null}
      <p>{w.lockedTodo}</p>
      {phase === "signed-out" ? (
        <ButtonLink variant="primary" big wide href={signInHref(location.pathname)}>
          {t.signInWithSalesforce}
        </ButtonLink>
      ) : (
        <ConnectButton variant="primary" big wide />
      )}
    </>
  );
}

/** What each step of a wipe is to whoever watches it. */
function stepWords(progress: WipeProgress | null, w: (typeof lease)["en"]): string {
  switch (progress) {
    case null:
    case "handing-in":
      return w.wipeHandingIn;
    case "waiting":
      return w.wipeWaiting;
    case "refused":
      return w.wipeRefused;
    case "done":
      return w.wipeDone;
  }
}

function Wiping({ titleId }: TitledProps) {
  const { t } = useWords();
  const w = useSubject(lease);
  const { wipe } = useLeaseState();
  const isDone = wipe === "done";
  return (
    <>
      <h1 id={titleId}>{isDone ? w.wipedTitle : w.wipeTitle}</h1>
      <output>{stepWords(wipe, w)}</output>
      {isDone ? (
        <Button variant="primary" big wide onClick={() => location.assign("/")}>
          {t.startAgain}
        </Button>
      ) : null}
    </>
  );
}
