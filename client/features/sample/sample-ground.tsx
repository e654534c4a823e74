import { type ReactNode, use } from "react";
import { Router } from "wouter";
import { useBrowserLocation } from "wouter/use-browser-location";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { LocalProvider, useLocal } from "../../local/local-context.tsx";
import { Screen } from "../../ui/screen.tsx";
import { ScreenNotices } from "../../ui/screen-notices.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { Coach } from "./coach.tsx";
import { saveErrorOfOpening, SampleProblem } from "./sample-problem.tsx";
import { useSample } from "./use-sample.ts";

/** What addresses inside the sample begin with; the screens there do not know it. */
const SAMPLE_BASE = "/sample";

/** The addresses as the browser has them, whatever base stands around. */
const asTheyAre = { hook: useBrowserLocation };

/**
 * The ground that the screens of an estimate stand on when it is the sample: its records, its addresses, its coach.
 * They are the same screens, and know no more than `isSample`.
 */
export function SampleGround({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const real = useLocal();
  const isPainter = useSession().role === "painter";
  const opened = useSample();
  const notices = use(ScreenNotices);
  if (opened === null)
    return (
      <Screen header={<MainHeader back={{ href: "/" }} />}>
        <Skeleton label={t.loading} />
      </Screen>
    );
  if (!opened.ok) return <SampleProblem error={saveErrorOfOpening(opened.error)} />;
  // A painter, who only looks at real work, may play; a tablet that is being cleared takes nothing.
  const readOnly = real.readOnly === true && !isPainter;
  const { readOnly: isReadOnly = false } = real;
  return (
    <Router base={SAMPLE_BASE}>
      <LocalProvider local={opened.value} readOnly={readOnly}>
        <ScreenNotices
          value={
            <>
              {/* What the tablet has to say is about the real work, and leads there. */}
              <Router {...asTheyAre}>
                <LocalProvider local={real} readOnly={isReadOnly}>
                  {notices}
                </LocalProvider>
              </Router>
              <Coach />
            </>
          }
        >
          {children}
        </ScreenNotices>
      </LocalProvider>
    </Router>
  );
}
