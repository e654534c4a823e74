import { useEffect } from "react";
import { useLocal } from "../local/local-context.tsx";
import { draftsOf } from "./use-typing.ts";

/** A text that could not be saved is tried once more when the app goes to the back or the screen is left. */
export function useRetryOnLeave(): void {
  const drafts = draftsOf(useLocal());
  useEffect(() => {
    const whenHidden = () => {
      if (document.visibilityState === "hidden") drafts.retry();
    };
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      document.removeEventListener("visibilitychange", whenHidden);
      drafts.retry();
    };
  }, [drafts]);
}
