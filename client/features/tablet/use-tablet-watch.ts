import { useEffect } from "react";
import type { Device } from "../../../shared/sync/device.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { tellStorageRoom } from "../../chrome/storage-room.ts";
import { useRemovedRecords } from "../../local/hooks/use-removed-records.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import { notePerson, personHere } from "../../local/people-here.ts";
import { storageHints, storageRoom } from "../../local/storage-room.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";

/** A tablet does not fill up faster than that. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Tablets whose emptiness has been noted: once for each opening, however often screens come and go. */
const noted = new WeakSet<Local>();

/** Notes who has how much unsent work here, whether the records were gone, and how much room there is. */
export function useTabletWatch(device: Device | null): void {
  const local = useLocal();
  const session = useSession();
  const { waiting } = useSyncState();
  const removed = useRemovedRecords(device, session);

  useEffect(() => {
    if (!local.isNew || noted.has(local)) return;
    noted.add(local);
    notePerson(session, { emptyAt: local.now() });
  }, [local, session]);
  useEffect(() => {
    if (waiting !== null) notePerson(session, { waiting });
  }, [session, waiting]);
  useEffect(() => {
    // The server has answered and knows of nothing that was removed: this was simply the first time here. Later
    // names of this same database are no news then.
    const emptyAt = personHere(session)?.emptyAt;
    if (removed === null && emptyAt !== undefined) notePerson(session, { toldOf: emptyAt });
  }, [removed, session]);
  useEffect(watchRoom, []);
}

function watchRoom(): (() => void) | undefined {
  if (!("storage" in navigator)) return undefined;
  const look = () => {
    if (document.visibilityState === "visible")
      void storageHints().then((hints) => tellStorageRoom(storageRoom(hints)));
  };
  look();
  const timer = setInterval(look, LOOK_AGAIN_MS);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
