import { useEffect, useState } from "react";
import { Redirect } from "wouter";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { useLocal } from "../../local/local-context.tsx";
import type { SaveResult } from "../../local/save-result.ts";
import { ensureSample } from "../../local/sample/make-sample.ts";
import { openSampleOnce } from "../../local/sample/open-sample.ts";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { sample } from "../../words/sample.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { samplePlan } from "./sample-plan.ts";
import { saveErrorOfOpening, SampleProblem } from "./sample-problem.tsx";

type Found = SaveResult<string>;

/** `/sample/try`: makes the sample where there is none, and opens it. */
export function SampleTryRoute() {
  const { t } = useWords();
  const w = useSubject(sample);
  const [found, tryAgain] = useFound();
  if (found?.ok) return <Redirect to={`/sample/estimates/${found.value}`} replace />;
  if (found) return <SampleProblem error={found.error} onRetry={tryAgain} />;
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/" }} />}>
      <Skeleton label={t.loading} />
    </Screen>
  );
}

function useFound(): readonly [Found | null, () => void] {
  const w = useSubject(sample);
  const local = useLocal();
  const session = useSession();
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isOver = false;
    const find = async (): Promise<Found> => {
      const opened = await openSampleOnce(session);
      if (!opened.ok) return { ok: false, error: saveErrorOfOpening(opened.error) };
      return ensureSample(local, opened.value, samplePlan(w, session));
    };
    void find().then((result) => isOver || setFound(result));
    return () => {
      isOver = true;
    };
    // What it is made from is read once: a new language does not make another house.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [tries]);
  return [found, () => setTries(tries + 1)];
}
