import { useEffect, useSyncExternalStore } from "react";
import type { Device } from "../../../shared/sync/device.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { tellStorageRoom } from "../../chrome/storage-room.ts";
import { probeStorage } from "../../local/healing.ts";
import { useRemovedRecords } from "../../local/hooks/use-removed-records.ts";
import { useLocal } from "../../local/local-context.tsx";
import type { Local } from "../../local/local.ts";
import { notePerson, personHere } from "../../local/people-here.ts";
import { storageHints, storageRoom } from "../../local/storage-room.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";

/** A browser that deletes its data opens nothing for a moment, and live queries that ask it just then say nothing. */
const PROBE_AFTER_MS = 2_000;
/** A tablet does not fill up faster than that. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Tablets whose emptiness has been noted: once for each opening, however often screens come and go. */
const noted = new WeakSet<Local>();

/** Notes who has how much unsent work here, whether the records were gone, and how much room there is. */
export function useTabletWatch(device: Device | null): void {
  const local = useLocal();
  const session = useSession();
  const { waiting, photos } = useSyncState();
  const removed = useRemovedRecords(device, session);

  useEffect(() => {
    if (!local.isNew || noted.has(local)) return;
    noted.add(local);
    notePerson(session, { emptyAt: local.now() });
  }, [local, session]);
  useEffect(() => {
    if (waiting !== null && photos !== null) notePerson(session, { waiting: waiting + photos });
  }, [session, waiting, photos]);
  useEffect(() => {
    // The server has answered and knows of nothing that was removed: this was simply the first time here. Later
    // names of this same database are no news then.
    const emptyAt = personHere(session)?.emptyAt;
    if (removed === null && emptyAt !== undefined) notePerson(session, { toldOf: emptyAt });
  }, [removed, session]);
  useEffect(watchRoom, []);
  useProbeAfterLoss(local);
}

/** Looks at the storage once more after each connection that was lost; a probe that loses another brings the next. */
function useProbeAfterLoss({ database }: Local): void {
  const { health } = database;
  const connection = useSyncExternalStore(health.subscribe, () => health.connection);
  useEffect(() => {
    if (connection === 0) return undefined;
    const timer = setTimeout(() => void probeStorage(database), PROBE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connection, database]);
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
