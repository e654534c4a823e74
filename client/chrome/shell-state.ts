import { useSyncExternalStore } from "react";

/**
 * - `none`: this browser, or this page, has no service worker; the app works as long as the tab lives.
 * - `installing`: the shell is being stored.
 * - `ready`: every file of the app is on this tablet.
 * - `update`: so is a newer version, which waits until nobody is in the middle of something.
 */
export type ShellState = "none" | "installing" | "ready" | "update";

/** A page that a worker serves has a whole shell, until that worker says otherwise a moment later. */
function firstState(): ShellState {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return "none";
  return navigator.serviceWorker.controller ? "ready" : "installing";
}

let state: ShellState = firstState();
const listeners = new Set<() => void>();

export const shellState = (): ShellState => state;

/** Only whoever looks after the worker knows (service-worker.ts, which comes after the first screen). */
export function becomeShell(next: ShellState): void {
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShellState = (): ShellState => useSyncExternalStore(subscribe, shellState);
