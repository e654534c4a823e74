import { useQueryClient } from "@tanstack/react-query";
import { signInHref } from "../chrome/sign-in-href.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Wordmark } from "../ui/wordmark.tsx";
import { useWords } from "../words/words-provider.tsx";
import css from "./sign-in.module.css";

/** The door: once, with signal. From then on the tablet remembers who it belongs to. */
export function SignIn({ reachable }: { readonly reachable: boolean }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const askAgain = () => void queries.invalidateQueries({ queryKey: ["session"] });
  return (
    <main className={css["door"]}>
      <div className={css["words"]}>
        <h1>
          <Wordmark />
        </h1>
        <p className={css["title"]}>{t.signInTitle}</p>
        <p className={css["promise"]}>{t.signInLead}</p>
        {reachable ? (
          <>
            <ButtonLink variant="primary" big wide href={signInHref(location.pathname)}>
              {t.signInWithSalesforce}
            </ButtonLink>
            <ButtonLink variant="quiet" wide href="/pair">
              {t.signInWithCode}
            </ButtonLink>
            <p className={css["note"]}>{t.signInNeedsNetwork}</p>
          </>
        ) : (
          <ErrorNotice
            happened={t.signInNoServer}
            safe={t.signInNoServerSafe}
            todo={t.signInNoServerTodo}
            action={<Button onClick={askAgain}>{t.tryAgain}</Button>}
          />
        )}
      </div>
    </main>
  );
}
