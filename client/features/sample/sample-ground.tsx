import { type ReactNode, use, useMemo, useState } from "react";
import { Router } from "wouter";
import { useBrowserLocation } from "wouter/use-browser-location";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { LocalProvider, useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import { createPresenceFeed } from "../../sync/presence-feed.ts";
import { createSyncState } from "../../sync/sync-state.ts";
import { type Sync, SyncContext, useSync } from "../../sync/use-sync-state.ts";
import { Screen } from "../../ui/screen.tsx";
import { ScreenNotices } from "../../ui/screen-notices.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { sample } from "../../words/sample.ts";
import { WordsInstead } from "../../words/words-instead.tsx";
import { useSubject, useWords, WordsContext } from "../../words/words-provider.tsx";
import { Coach } from "./coach.tsx";
import { saveErrorOfOpening, SampleProblem } from "./sample-problem.tsx";
import { useSample } from "./use-sample.ts";

/** What addresses inside the sample begin with; the screens there do not know it. */
const SAMPLE_BASE = "/sample";

/** The addresses as the browser has them, whatever base stands around. */
const asTheyAre = { hook: useBrowserLocation };

/** Nothing is exchanged with anybody, and nothing says how that goes. */
const noSync = (): Sync => ({
  state: createSyncState(),
  presence: createPresenceFeed(),
  syncNow: () => undefined,
});

type SampleGroundProps = { readonly children: ReactNode };

/**
 * The ground that the screens of an estimate stand on when it is the sample: its records, its addresses, no server.
 * They are the same screens, and what they would say of the way to Salesforce is said otherwise.
 */
export function SampleGround({ children }: SampleGroundProps) {
  const { t } = useWords();
  const opened = useSample();
  if (opened === null)
    return (
      <Screen header={<MainHeader back={{ href: "/" }} />}>
        <Skeleton label={t.loading} />
      </Screen>
    );
  if (!opened.ok) return <SampleProblem error={saveErrorOfOpening(opened.error)} />;
  return <Ground sampleLocal={opened.value}>{children}</Ground>;
}

function Ground({ sampleLocal, children }: SampleGroundProps & { readonly sampleLocal: Local }) {
  const w = useSubject(sample);
  const { readOnly = false } = useLocal();
  const isPainter = useSession().role === "painter";
  const real = useNoticesOfRealWork();
  const [sync] = useState(noSync);
  const words = useMemo(
    () => ({ syncLocal: w.mark, acceptSafe: w.acceptSafe, toEstimates: w.toSample }),
    [w],
  );
  return (
    <Router base={SAMPLE_BASE}>
      <ScreenNotices
        value={
          <>
            {real}
            <Coach />
          </>
        }
      >
        <SyncContext value={sync}>
          {/* A painter, who only looks at real work, may play; a tablet that is being cleared takes nothing. */}
          <LocalProvider local={sampleLocal} readOnly={readOnly && !isPainter}>
            <WordsInstead words={words}>{children}</WordsInstead>
          </LocalProvider>
        </SyncContext>
      </ScreenNotices>
    </Router>
  );
}

/** What the tablet itself has to say is about the real work and leads there, wherever it is read. */
function useNoticesOfRealWork(): ReactNode {
  const notices = use(ScreenNotices);
  const words = useWords();
  const sync = useSync();
  const local = useLocal();
  const { readOnly = false } = local;
  return (
    <Router {...asTheyAre}>
      <WordsContext value={words}>
        <SyncContext value={sync}>
          <LocalProvider local={local} readOnly={readOnly}>
            {notices}
          </LocalProvider>
        </SyncContext>
      </WordsContext>
    </Router>
  );
}
