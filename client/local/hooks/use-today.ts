import { useCallback, useSyncExternalStore } from "react";
import { useLocal } from "../local-context.tsx";
import { untilTomorrow } from "../local-day.ts";
import { type Local, todayOf } from "../local.ts";

/** The tablet's calendar day, `2026-11-26`, also after a night with the screen left open. */
export function useToday(): string {
  const local = useLocal();
  const follow = useCallback((changed: () => void) => followDays(local, changed), [local]);
  return useSyncExternalStore(follow, () => todayOf(local));
}

/** A tablet that sleeps over midnight hears no timer; it looks again when somebody wakes it. */
function followDays(local: Local, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    timer = setTimeout(
      () => {
        changed();
        wait();
      },
      untilTomorrow(new Date(local.now())),
    );
  };
  wait();
  document.addEventListener("visibilitychange", changed);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", changed);
  };
}
