import { useMemo } from "react";
import { forgetShell } from "../../chrome/service-worker.ts";
import { useSession } from "../../chrome/session-context.tsx";
import { draftsOf } from "../../chrome/use-typing.ts";
import { useLocal } from "../../local/local-context.tsx";
import { setClosure } from "../../session/closure.ts";
import { browserWorld } from "../../session/refresh.ts";
import { signedFetch } from "../../session/signed-fetch.ts";
import { concludeLostWipe, type WipeEnd, wipeTablet } from "../../sync/wipe-tablet.ts";
import { createPhotoWire } from "../../sync/photos/photo-wire.ts";
import { createWireClient } from "../../sync/wire-client.ts";
import { changeLeaseState } from "./lease-state.ts";

/** No answer: tried again after this, and whenever the tablet refreshes. */
const AGAIN_MS = 20_000;

export interface Wipe {
  /** Starts clearing this tablet, or goes on with it. */
  readonly begin: (signal: AbortSignal) => void;
  /** Whether it is under way, or has been: whatever is asked of the key or the storage now would bring them back. */
  readonly isBusy: () => boolean;
  /** The session is over: if it was over because everything is cleared, that is all. */
  readonly conclude: (signal: AbortSignal) => void;
}

/** One for the page: what the tablet may do changes while it is cleared, and with it what is given to its screens. */
const turn = { isTaken: false, isOver: false };

/** Clears this tablet when the office asks for it; one at a time. */
export function useWipe(): Wipe {
  const local = useLocal();
  const session = useSession();
  return useMemo(() => {
    const later = (work: () => void, milliseconds: number) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    };
    const partsFor = (signal: AbortSignal) => ({
      local,
      session,
      wire: createWireClient({ fetch: signedFetch, later, build: "wipe", userId: session.userId }),
      photoWire: createPhotoWire({ fetch: signedFetch, later, userId: session.userId }),
      world: browserWorld(),
      forgetShell,
      signal,
    });
    const alone = async (work: () => Promise<WipeEnd | null>, again: () => void) => {
      if (turn.isTaken || turn.isOver) return;
      turn.isTaken = true;
      const end = await work().finally(() => {
        turn.isTaken = false;
      });
      turn.isOver = end === "wiped";
      if (end === "wiped") changeLeaseState({ wipe: "done" });
      if (end === "refused") changeLeaseState({ wipe: "refused" });
      if (end !== "later") return;
      changeLeaseState({ wipe: "waiting" });
      setTimeout(again, AGAIN_MS);
    };
    const begin = (signal: AbortSignal): void => {
      if (signal.aborted) return;
      const work = async (): Promise<WipeEnd> => {
        await draftsOf(local).settle();
        setClosure("wiping");
        changeLeaseState({ wipe: "handing-in" });
        return wipeTablet(partsFor(signal));
      };
      void alone(work, () => begin(signal));
    };
    const conclude = (signal: AbortSignal): void =>
      void alone(
        () => concludeLostWipe(partsFor(signal)),
        () => undefined,
      );
    return { begin, conclude, isBusy: () => turn.isTaken || turn.isOver };
  }, [local, session]);
}
