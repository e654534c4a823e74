import { useMemo } from "react";
import type { Words } from "../../words/dictionary.ts";
import { edits } from "../../words/edits.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";

/** The words of the screens where values are typed, and those that name an edit of them. */
export type EditWords = Words & typeof edits.en;

export function useEditWords(): EditWords {
  const { t } = useWords();
  const w = useSubject(edits);
  return useMemo(() => ({ ...t, ...w }), [t, w]);
}
