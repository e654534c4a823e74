import { useDeferredValue, useState } from "react";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useHeldEstimates } from "../../local/hooks/use-held-estimates.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { List } from "../../ui/list.tsx";
import { Screen } from "../../ui/screen.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { older } from "../../words/older.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { ArchivedRow } from "./archived-row.tsx";
import { RemovedEstimates } from "./removed-estimates.tsx";
import { useArchive } from "./use-archive.ts";
import { usePause } from "./use-pause.ts";
import css from "./older-route.module.css";

/** `/estimates/older`: estimates that are on the server only, and those that were removed. */
export function OlderRoute() {
  const { t } = useWords();
  const w = useSubject(older);
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(usePause(typed.trim()));
  return (
    <Screen header={<MainHeader title={w.olderTitle} back={{ href: "/" }} />}>
      <div className={css["page"]}>
        <div className={css["search"]}>
          <p>{w.olderLead}</p>
          <SearchField label={w.olderSearch} value={typed} onText={setTyped} clearLabel={t.clear} />
        </div>
        <Found text={wanted} />
        <RemovedEstimates />
      </div>
    </Screen>
  );
}

function Found({ text }: { readonly text: string }) {
  const { t } = useWords();
  const w = useSubject(older);
  const { phase } = useSyncState();
  const held = useHeldEstimates();
  const { estimates, isAsking, hasFailed, askAgain, askMore } = useArchive(text);
  if (hasFailed)
    return (
      <Banner action={<Button onClick={askAgain}>{t.tryAgain}</Button>}>
        {phase === "offline" ? w.olderNeedsSignal : w.olderFailed}
      </Banner>
    );
  if (estimates === null || held === undefined) return <Skeleton label={w.olderResults} />;
  // What was on this tablet when the screen was opened is in the list already; what comes now stays in sight.
  const shown = estimates.filter(({ id }) => !held.before.has(id));
  if (shown.length === 0 && askMore === null)
    return isAsking ? (
      <Skeleton label={w.olderResults} />
    ) : (
      <EmptyState title={text === "" ? w.olderAll : w.olderNone}>
        {text === "" ? w.olderAllLead : w.olderNoneLead}
      </EmptyState>
    );
  return (
    <Section title={w.olderResults}>
      <List label={w.olderResults}>
        {shown.map((estimate) => (
          <li key={estimate.id}>
            <ArchivedRow
              estimate={estimate}
              isHere={held.now.has(estimate.id)}
              isWanted={held.wanted.has(estimate.id)}
            />
          </li>
        ))}
      </List>
      {askMore === null ? null : (
        <div>
          <Button onClick={askMore} disabled={isAsking}>
            {w.olderMore}
          </Button>
        </div>
      )}
    </Section>
  );
}
