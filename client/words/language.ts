import type { Words } from "./dictionary.ts";
import { en } from "./en.ts";
import type { Locale } from "./formats.ts";

export type Language = "en" | "es";

export const locales: Readonly<Record<Language, Locale>> = { en: "en-US", es: "es-US" };

export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };

export type LoadedWords = { readonly language: Language; readonly words: Words };

const KEY = "paintbox.language";

/** The remembered language if there is one, else the first wish of the tablet that we speak, else English. */
export function chooseLanguage(remembered: string | null, wishes: readonly string[]): Language {
  if (remembered === "en" || remembered === "es") return remembered;
  for (const wish of wishes) {
    const language = wish.toLowerCase().split("-")[0];
    if (language === "en" || language === "es") return language;
  }
  return "en";
}

/** English is in the first bundle; Spanish is a chunk of its own, kept on the tablet with the rest of the app. */
export async function loadWords(language: Language): Promise<LoadedWords> {
  switch (language) {
    case "en":
      return { language, words: en };
    case "es":
      return { language, words: (await import("./es.ts")).es };
  }
}

/** The words to begin with. A language that cannot be loaded falls back to English rather than to a white page. */
export async function startWords(): Promise<LoadedWords> {
  const chosen = chooseLanguage(readLanguage(), navigator.languages);
  try {
    return await loadWords(chosen);
  } catch {
    return { language: "en", words: en };
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse to remember.
  }
}

function readLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
