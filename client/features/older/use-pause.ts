import { useEffect, useState } from "react";

/** Between the last key and the question: a word is typed faster than the server is asked. */
const PAUSE_MS = 350;

/** A text as it was when its typing paused. */
export function usePause(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
