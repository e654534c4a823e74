import type { Say } from "./dictionary.ts";
import type { excel } from "./en/excel.ts";
import type { Language } from "./language.ts";

/** What the screen about workbooks says: a chunk of its own for each language. */
export type ExcelWords = Say<typeof excel>;

const loading = new Map<Language, Promise<ExcelWords>>();

const load = async (language: Language): Promise<ExcelWords> =>
  (await (language === "es" ? import("./es/excel.ts") : import("./en/excel.ts"))).excel;

/** Reads them, once. What could not be read is asked for again the next time. */
export function loadExcelWords(language: Language): Promise<ExcelWords> {
  const known = loading.get(language);
  if (known) return known;
  const words = load(language);
  words.catch(() => loading.delete(language));
  loading.set(language, words);
  return words;
}
