import { useState } from "react";
import { Link } from "wouter";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { tellWhoIsHere } from "../../chrome/who-is-here.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { useUnfiledShares } from "../../chrome/use-unfiled-shares.ts";
import { useWaitingPhotos } from "../../local/hooks/use-waiting-photos.ts";
import { useWaiting } from "../../local/hooks/use-trouble.ts";
import { useLocal } from "../../local/local-context.tsx";
import { forgetSession } from "../../local/forget-session.ts";
import { useSync } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { rescue } from "../../words/rescue.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import type { RescueSheetProps } from "./rescue-sheet.tsx";
import css from "./settings-route.module.css";

const SIGN_OUT_TIMEOUT_MS = 10_000;
/** Of the worker, which has photos to throw away. The next page tells it again. */
const WORKER_TIMEOUT_MS = 2_000;

const rescueSheet = lazyPart<RescueSheetProps>(
  async () => (await import("./rescue-sheet.tsx")).RescueSheet,
);

/** Signing out is refused while this tablet holds what nobody else has, and needs the server to forget us. */
export function SignOut() {
  const { t } = useWords();
  const w = useSubject(rescue);
  const { userName, companyName } = useSession();
  const local = useLocal();
  const { syncNow } = useSync();
  const waiting = useWaiting();
  const photos = useWaitingPhotos()?.length ?? 0;
  const shared = useUnfiledShares();
  const [noServer, setNoServer] = useState(false);
  const [isRescuing, setRescuing] = useState(false);

  const signOut = async (rescued?: ReadonlySet<string>): Promise<void> => {
    setNoServer(false);
    if (!(await toldServer())) return setNoServer(true);
    const forgotten = await forgetSession(local, localStorage, rescued);
    if (!forgotten.ok) return;
    await Promise.race([tellWhoIsHere(null), pause(WORKER_TIMEOUT_MS)]).catch(() => undefined);
    location.assign("/");
  };
  const refusal = noServer ? (
    <ErrorNotice happened={t.signOutNoServer} safe={t.errorSafe} todo={t.signOutNoServerTodo} />
  ) : null;

  const sharedHere = (variant?: "primary") =>
    !shared ? null : (
      <ErrorNotice
        happened={w.sharedUnfiled(shared)}
        safe={w.sharedUnfiledSafe}
        todo={w.sharedUnfiledTodo}
        action={
          <div className={css["ways"]}>
            <Link href="/share" asChild>
              <ButtonLink {...(variant && { variant })} href="/share">
                {w.sharedSee}
              </ButtonLink>
            </Link>
          </div>
        }
      />
    );

  const photosHere =
    photos === 0 ? null : (
      <ErrorNotice
        happened={w.photosUnsent(photos)}
        safe={w.photosSafe}
        todo={w.photosUnsentTodo}
        action={
          <div className={css["ways"]}>
            <Button onClick={syncNow}>{w.sendNow}</Button>
            <Link href="/sync" asChild>
              <ButtonLink href="/sync">{w.photosSee}</ButtonLink>
            </Link>
          </div>
        }
      />
    );

  return (
    <section className={css["account"]}>
      <p>
        {t.settingsSignedInAs(userName)}
        <br />
        <small>{companyName}</small>
      </p>
      {waiting ? (
        <ErrorNotice
          happened={t.signOutUnsent(waiting)}
          safe={t.errorSafe}
          todo={t.signOutUnsentTodo}
          action={
            <div className={css["ways"]}>
              <Button variant="primary" onClick={syncNow}>
                {w.sendNow}
              </Button>
              <Button onClick={() => setRescuing(true)}>{w.save}</Button>
            </div>
          }
        />
      ) : photos > 0 || shared === undefined ? null : (
        <>
          {sharedHere("primary")}
          <Button onClick={() => void signOut()}>
            {shared > 0 ? w.signOutWithout : t.settingsSignOut}
          </Button>
        </>
      )}
      {photosHere}
      {isRescuing ? null : refusal}
      {isRescuing ? (
        <rescueSheet.Part
          onClose={() => setRescuing(false)}
          onSignOut={(edits) => void signOut(edits)}
          refusal={
            <>
              {/* They go by this way out as well. */}
              {sharedHere()}
              {photosHere ?? refusal}
            </>
          }
        />
      ) : null}
    </section>
  );
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function toldServer(): Promise<boolean> {
  try {
    const response = await fetch("/api/session/sign-out", {
      method: "POST",
      signal: AbortSignal.timeout(SIGN_OUT_TIMEOUT_MS),
    });
    return response.ok || response.status === 401;
  } catch {
    return false;
  }
}
