import { useEffect, useState } from "react";
import { useLocal } from "../../local/local-context.tsx";

/** Time to read a sentence twice, or to hear it after what was being read out already. */
export const TOLD_AFTER_MS = 30_000;
/** Whoever leaves the screen sooner may not have seen or heard it: it is shown there once more. */
export const SEEN_AFTER_MS = 5_000;

/**
 * Whether good news has been told on this tablet to this person: it goes by itself after a calm while, or when the screen
 * that told it is left.
 *
 * @param isShown it stands on the screen now.
 */
export function useTold(news: string, isShown: boolean): boolean {
  const { database } = useLocal();
  const key = `paintbox.${news}.${database.name}`;
  const [told, setTold] = useState(() => localStorage.getItem(key) !== null);
  useEffect(() => {
    if (told || !isShown) return undefined;
    const since = performance.now();
    const note = () => localStorage.setItem(key, "1");
    const timer = setTimeout(() => {
      note();
      setTold(true);
    }, TOLD_AFTER_MS);
    return () => {
      clearTimeout(timer);
      if (performance.now() - since >= SEEN_AFTER_MS) note();
    };
  }, [key, told, isShown]);
  return told;
}
