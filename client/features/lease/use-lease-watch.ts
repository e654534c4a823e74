import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { REFRESH_AFTER_MS } from "../../../shared/session/refresh.ts";
import type { Session } from "../../../shared/sync/wire.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { draftsOf } from "../../chrome/use-typing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { checkLease } from "../../session/check-lease.ts";
import { closureNow, setClosure } from "../../session/closure.ts";
import { deviceKey } from "../../session/device-key.ts";
import { readKept, writeKept } from "../../session/kept.ts";
import { noteWaiting, onRefreshed, refresh } from "../../session/refresh.ts";
import { noteTime } from "../../session/tablet-time.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { changeLeaseState } from "./lease-state.ts";
import { useWipe } from "./use-wipe.ts";

/** A lease ends on a day; a minute more is nobody's harm. */
const LOOK_MS = 60_000;

/**
 * Looks after this tablet's session and lease: refreshes in time, closes the tablet when the lease is over, opens it again
 * when the server has been reached, and starts what the office asks for.
 */
export function useLeaseWatch(): void {
  const local = useLocal();
  const { database } = local;
  const { companyId, userId } = useSession();
  const { waiting, photos } = useSyncState();
  const hear = useHearOfSession();
  const wipe = useWipe();

  const unsent = waiting === null || photos === null ? null : waiting + photos;
  useEffect(() => noteWaiting(unsent), [unsent]);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    let lookedAt = performance.now();

    async function look(): Promise<void> {
      if (closureNow() === "wiping") return;
      const key = await deviceKey();
      const check = await checkLease(readKept(), { companyId, userId }, key, Date.now());
      if (signal.aborted) return;
      changeLeaseState({ check });
      const { standing } = check;
      const closure = standing === "ended" || standing === "locked" ? standing : null;
      if (closure === closureNow()) return;
      // What is being typed comes to the disk before nothing can be typed any more.
      if (closure !== null) await draftsOf({ database }).settle();
      if (!signal.aborted) setClosure(closure);
    }

    async function tick(): Promise<void> {
      if (wipe.isBusy()) return;
      const kept = readKept();
      const elapsed = performance.now();
      if (kept) writeKept(noteTime(kept, Date.now(), elapsed - lookedAt));
      lookedAt = elapsed;
      await look();
      // A closed tablet asks every time: what opens it may be a sign-in that has just been made.
      const isWanted = isDue(userId) || closureNow() !== null;
      if (isWanted && document.visibilityState === "visible") await refresh();
    }

    const stop = onRefreshed((outcome) => {
      if (outcome.kind === "refreshed" && outcome.told.session.userId === userId)
        hear(outcome.told.session);
      if (outcome.kind === "refreshed" && outcome.told.wipe) wipe.begin(signal);
      if (outcome.kind === "signed-out") wipe.conclude(signal);
      // A wipe that was begun before the tablet was switched off: nothing is being sent just now.
      if (outcome.kind === "unreachable" && closureNow() === "wiping" && !wipe.isBusy())
        changeLeaseState({ wipe: "waiting" });
      void look();
    });
    const soon = () => void tick();
    soon();
    const timer = setInterval(soon, LOOK_MS);
    for (const event of ["online", "pageshow"]) addEventListener(event, soon, { signal });
    document.addEventListener("visibilitychange", soon, { signal });
    return () => {
      life.abort();
      stop();
      clearInterval(timer);
    };
  }, [database, companyId, userId, hear, wipe]);
}

/** By the tablet's own clock, whichever way somebody has set it since. */
function isDue(userId: string): boolean {
  const kept = readKept();
  if (kept?.told.session.userId !== userId || kept.told.wipe) return true;
  return Math.abs(Date.now() - kept.refreshedAt) >= REFRESH_AFTER_MS;
}

/** Tells the app who is here now: a role that was changed in the office counts from the next refresh on. */
function useHearOfSession(): (session: Session) => void {
  const queries = useQueryClient();
  return useCallback(
    (session) => {
      queries.setQueryData(["session"], (known: object | undefined) => ({
        device: null,
        ...known,
        kind: "signed-in",
        session,
      }));
    },
    [queries],
  );
}
