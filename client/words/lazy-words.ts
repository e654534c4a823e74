import type { Language } from "./language.ts";

/**
 * Words that are a chunk of their own for each language: read once, the same promise for whoever asks. What could not
 * be read is asked for again the next time.
 */
export function lazyWords<Words>(
  load: (language: Language) => Promise<Words>,
): (language: Language) => Promise<Words> {
  const loading = new Map<Language, Promise<Words>>();
  return (language) => {
    const known = loading.get(language);
    if (known) return known;
    const words = load(language);
    words.catch(() => loading.delete(language));
    loading.set(language, words);
    return words;
  };
}
