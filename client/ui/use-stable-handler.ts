import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * The same function through every drawing, doing what the newest of them would: parts that get it are not drawn again
 * because of it. For handlers of events only; it is not to be called while drawing.
 */
export function useStableHandler<Args extends readonly unknown[]>(
  handler: (...args: Args) => void,
): (...args: Args) => void {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
