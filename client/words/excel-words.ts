import type { Say } from "./dictionary.ts";
import type { excel } from "./en/excel.ts";
import { lazyWords } from "./lazy-words.ts";

/** What the screen about workbooks says. */
export type ExcelWords = Say<typeof excel>;

export const loadExcelWords = lazyWords(
  async (language): Promise<ExcelWords> =>
    (await (language === "es" ? import("./es/excel.ts") : import("./en/excel.ts"))).excel,
);
