import { useEstimateStanding } from "../local/hooks/use-estimate.ts";
import { useSyncState } from "../sync/use-sync-state.ts";
import { useWords } from "../words/words-provider.tsx";
import { estimateFace } from "./estimate-face.ts";

/** Where an estimate is, as the header's chip says it, inside a sentence. */
export function EstimateStandingWords({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const sync = useSyncState();
  const standing = useEstimateStanding(estimateId);
  return standing === undefined ? null : estimateFace(standing, sync, t).text;
}
