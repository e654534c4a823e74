import { useEffect, useState } from "react";
import type { BookFile, ReadingStep } from "../../../../shared/pricing/sheets/read-book-file.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import { useWords } from "../../../words/words-provider.tsx";
import { readInWorker } from "./read-in-worker.ts";

export type BookFileState =
  | { readonly is: "reading"; readonly step: "opening" | ReadingStep }
  | { readonly is: "read"; readonly file: BookFile }
  /** The browser could not hand out its bytes, or the reader fell over. */
  | { readonly is: "failed" };

/** Reads a chosen file, anew for each base it is held against. */
export function useBookFile(chosen: File, base: PriceBook): BookFileState {
  const { language } = useWords();
  const [state, setState] = useState<BookFileState>({ is: "reading", step: "opening" });
  useEffect(() => {
    const life = new AbortController();
    const say = (next: BookFileState): void => {
      if (!life.signal.aborted) setState(next);
    };
    const read = async (): Promise<void> => {
      say({ is: "reading", step: "opening" });
      try {
        const bytes = new Uint8Array(await chosen.arrayBuffer());
        const onStep = (step: ReadingStep): void => say({ is: "reading", step });
        const file = await readInWorker({ bytes, base, language }, onStep, life.signal);
        say({ is: "read", file });
      } catch {
        say({ is: "failed" });
      }
    };
    void read();
    return () => life.abort();
  }, [chosen, base, language]);
  return state;
}
