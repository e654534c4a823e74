import { useEffect, useState } from "react";

/** What has just been received is read a moment later, on a slow tablet as well. */
const MOMENT_MS = 500;

/** Whether something has been so for a moment: "nothing" is not said while it is on its way to the screen. */
export function useLasts(is: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  if (!is && lasts) setLasts(false);
  useEffect(() => {
    if (!is) return undefined;
    const timer = setTimeout(() => setLasts(true), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasts;
}
