import { MainHeader } from "../../chrome/main-header.tsx";
import { signInHref } from "../../chrome/sign-in-href.ts";
import { useConflicts, useRejected } from "../../local/hooks/use-trouble.ts";
import { useSync, useSyncState } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Screen } from "../../ui/screen.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { RejectedList } from "./rejected-list.tsx";
import { ServerSays } from "./server-says.tsx";
import css from "./sync-route.module.css";
import { safetyWords } from "./safety-words.ts";

/** Where the work is: what is only here, what the server has, what somebody has to look at. */
export function SyncRoute() {
  const { t, time } = useWords();
  const { syncNow } = useSync();
  const sync = useSyncState();
  const rejected = useRejected() ?? [];
  const conflicts = useConflicts() ?? [];
  return (
    <Screen header={<MainHeader title={t.syncTitle} back={{ href: "/" }} />}>
      <section className={css["truth"]}>
        <p className={css["count"]}>
          {sync.waiting === null
            ? t.loading
            : sync.waiting === 0
              ? t.syncNothing
              : t.syncLocalCount(sync.waiting)}
        </p>
        <p>{safetyWords(sync, t)}</p>
        <p className={css["small"]}>
          {sync.lastContactAt === null ? t.syncNever : t.syncLast(time(sync.lastContactAt))}
        </p>
        {sync.phase === "signed-out" ? (
          <ButtonLink variant="primary" big href={signInHref("/sync")}>
            {t.signInWithSalesforce}
          </ButtonLink>
        ) : (
          <Button onClick={syncNow}>{t.syncRetry}</Button>
        )}
      </section>
      <ServerSays />
      <RejectedList edits={rejected} />
      <ConflictList conflicts={conflicts} />
    </Screen>
  );
}
