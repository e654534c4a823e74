import { createContext, type ReactNode, use } from "react";
import type { Local } from "./local.ts";

const LocalContext = createContext<Local | null>(null);

export interface LocalProviderProps {
  readonly local: Local;
  readonly children: ReactNode;
}

/** Gives every screen below the opened tablet. */
export const LocalProvider = ({ local, children }: LocalProviderProps) => (
  <LocalContext value={local}>{children}</LocalContext>
);

export function useLocal(): Local {
  const local = use(LocalContext);
  if (!local) throw new Error("useLocal needs a LocalProvider above it");
  return local;
}
