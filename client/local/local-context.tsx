import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import type { Local } from "./local.ts";
import type { Shown } from "./seen.ts";

const LocalContext = createContext<Local | null>(null);

export interface LocalProviderProps {
  readonly local: Local;
  /** Whether whoever is signed in may only look. */
  readonly readOnly: boolean;
  readonly children: ReactNode;
}

/** Gives every screen below the opened tablet. */
export function LocalProvider({ local, readOnly, children }: LocalProviderProps) {
  const given = useMemo(() => ({ ...local, readOnly }), [local, readOnly]);
  return <LocalContext value={given}>{children}</LocalContext>;
}

export function useLocal(): Local {
  const local = use(LocalContext);
  if (!local) throw new Error("useLocal needs a LocalProvider above it");
  return local;
}

/** Notes what a screen shows, for as long as it does, from the moment that it is drawn. */
export function useShown<T extends object>(
  found: T | null | undefined,
  shownOf: (found: T) => readonly Shown[],
): void {
  const { seen } = useLocal();
  useEffect(() => (found ? seen.noteShown(shownOf(found)) : undefined), [seen, found, shownOf]);
}
