import { MainHeader } from "../../chrome/main-header.tsx";
import { SaveProblem } from "../../chrome/save-problem.tsx";
import type { OpenError } from "../../local/open-local.ts";
import type { SaveError } from "../../local/save-result.ts";
import { Screen } from "../../ui/screen.tsx";
import { sample } from "../../words/sample.ts";
import { useSubject } from "../../words/words-provider.tsx";

type SampleProblemProps = { readonly error: SaveError; readonly onRetry?: () => void };

/** Why there is no sample to be had here just now. */
export function SampleProblem({ error, onRetry }: SampleProblemProps) {
  const w = useSubject(sample);
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/" }} />}>
      <SaveProblem error={error} onRetry={onRetry} />
    </Screen>
  );
}

/** The same words as for an edit that could not be saved: the storage is one. */
export function saveErrorOfOpening({ code }: OpenError): SaveError {
  switch (code) {
    case "blocked":
    case "newer_version":
      return { code: "closed" };
    case "storage_full":
      return { code };
    case "not_kept":
    case "broken":
      return { code: "storage_failed", message: code };
  }
}
