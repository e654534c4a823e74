import { useLocation } from "wouter";
import { useEstimateStanding } from "../local/hooks/use-estimate.ts";
import { useSyncState } from "../sync/use-sync-state.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { useWords } from "../words/words-provider.tsx";
import { estimateFace } from "./estimate-face.ts";
import { useStorageRoom } from "./storage-room.ts";

/** Where this estimate is, in words; opens the list of what waits and why. */
export function EstimateChip({ estimateId }: { readonly estimateId: string }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const sync = useSyncState();
  const standing = useEstimateStanding(estimateId);
  const isKept = useStorageRoom() !== "ephemeral";
  if (standing === undefined) return null;
  const { state, text, progress } = estimateFace(standing, sync, t, isKept);
  return (
    <StatusChip state={state} text={text} progress={progress} onOpen={() => navigate("/sync")} />
  );
}
