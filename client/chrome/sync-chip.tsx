import { useLocation } from "wouter";
import { useConflicts, useRejected } from "../local/hooks/use-trouble.ts";
import { useSyncState } from "../sync/use-sync-state.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { useWords } from "../words/words-provider.tsx";
import { useStorageRoom } from "./storage-room.ts";
import { syncFace } from "./sync-face.ts";

/** Where this tablet's work is, on every screen; opens the list of what waits and why. */
export function SyncChip() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const isKept = useStorageRoom() !== "ephemeral";
  const [refused, toSettle] = [useRejected()?.length, useConflicts()?.length];
  const needing = refused === undefined || toSettle === undefined ? undefined : refused + toSettle;
  const face = syncFace(useSyncState(), needing, t, isKept);
  if (face === null) return null;
  const { state, text, progress } = face;
  return (
    <StatusChip state={state} text={text} progress={progress} onOpen={() => navigate("/sync")} />
  );
}
