import { useSyncExternalStore } from "react";

/** Where TwoPane shows both panes (two-pane.module.css). */
const wide = matchMedia("(min-width: 1000px)");

const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};

/** Whether list and detail stand side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
