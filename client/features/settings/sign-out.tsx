import { useState } from "react";
import { useSession } from "../../chrome/session-context.tsx";
import { useWaiting } from "../../local/hooks/use-trouble.ts";
import { useLocal } from "../../local/local-context.tsx";
import { forgetSession } from "../../local/session.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useWords } from "../../words/words-provider.tsx";
import css from "./settings-route.module.css";

const SIGN_OUT_TIMEOUT_MS = 10_000;

/** Signing out is refused while this tablet holds what nobody else has, and needs the server to forget us. */
export function SignOut() {
  const { t } = useWords();
  const { userName, companyName } = useSession();
  const local = useLocal();
  const waiting = useWaiting();
  const [noServer, setNoServer] = useState(false);

  const signOut = async () => {
    if (!(await toldServer())) return setNoServer(true);
    const forgotten = await forgetSession(local);
    if (forgotten.ok) location.assign("/");
  };

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
        />
      ) : (
        <Button onClick={() => void signOut()}>{t.settingsSignOut}</Button>
      )}
      {noServer ? (
        <ErrorNotice happened={t.signOutNoServer} safe={t.errorSafe} todo={t.signOutNoServerTodo} />
      ) : null}
    </section>
  );
}

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
