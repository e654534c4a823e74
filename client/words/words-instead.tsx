import { type ReactNode, useMemo } from "react";
import type { Words } from "./dictionary.ts";
import { useWords, WordsContext } from "./words-provider.tsx";

type WordsInsteadProps = { readonly words: Partial<Words>; readonly children: ReactNode };

/** Below it some sentences are others: where something works as everywhere, and what is said of it would not be true. */
export function WordsInstead({ words, children }: WordsInsteadProps) {
  const api = useWords();
  const given = useMemo(() => ({ ...api, t: { ...api.t, ...words } }), [api, words]);
  return <WordsContext value={given}>{children}</WordsContext>;
}
