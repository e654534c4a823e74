import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import type { Words } from "./dictionary.ts";
import { createFormats, type Formats } from "./formats.ts";
import {
  loadWords,
  locales,
  rememberLanguage,
  type Language,
  type LoadedWords,
} from "./language.ts";

export type WordsApi = Formats & {
  readonly t: Words;
  readonly language: Language;
  /** Loads, shows and remembers a language; rejects, changing nothing, when it cannot be loaded. */
  readonly setLanguage: (language: Language) => Promise<void>;
};

/** For `WordsProvider` and `WordsInstead`; screens ask `useWords`. */
export const WordsContext = createContext<WordsApi | null>(null);

/** The words and formats of the chosen language. */
export function useWords(): WordsApi {
  const words = use(WordsContext);
  if (!words) throw new Error("useWords needs a WordsProvider above it");
  return words;
}

/**
 * Words that only some lazy screens say. They come with those screens, in both languages, and weigh nothing before.
 */
export type Subject<SubjectWords> = Readonly<Record<Language, SubjectWords>>;

/** One subject in the chosen language. */
export const useSubject = <SubjectWords,>(subject: Subject<SubjectWords>): SubjectWords =>
  subject[useWords().language];

type WordsProviderProps = { readonly initial: LoadedWords; readonly children: ReactNode };

/** Holds the language of the whole app and tells the browser which one it is, for read-aloud and hyphens. */
export function WordsProvider({ initial, children }: WordsProviderProps) {
  const [{ language, words }, setLoaded] = useState(initial);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback(async (wanted: Language) => {
    setLoaded(await loadWords(wanted));
    rememberLanguage(wanted);
  }, []);

  const api = useMemo<WordsApi>(
    () => ({ t: words, language, setLanguage, ...createFormats(locales[language]) }),
    [language, words, setLanguage],
  );

  return <WordsContext value={api}>{children}</WordsContext>;
}
