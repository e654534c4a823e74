import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Localised } from "../../../shared/pricing/book/numbers.ts";
import { NO_PRIMER, PREP_BY_OPTION } from "../../../shared/pricing/choice-keys.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { WordsApi } from "../../words/words-provider.tsx";

type Entry = { readonly key: string; readonly label: Localised };

/** What a surface decides for itself, in a few words each: only what differs from the option and from the usual. */
export function ownWords(
  surface: RecordOf<"surface">,
  priceBook: PriceBook,
  { t, language }: Pick<WordsApi, "t" | "language">,
): readonly string[] {
  const named = (key: string, list: readonly Entry[]): string | null =>
    key === "" ? null : (list.find((entry) => entry.key === key)?.label[language] ?? key);
  const unusual = (key: string, list: readonly Entry[]): string | null =>
    key === list[0]?.key ? null : named(key, list);
  const prep = (): string | null => {
    if (surface.prepHours !== null) return t.editorOwnHours(surface.prepHours);
    if (surface.prepTasks !== "") return t.editorOwnTasks;
    return surface.prep === PREP_BY_OPTION
      ? null
      : `${t.areaPrep}: ${named(surface.prep, priceBook.prepLevels)}`;
  };
  return [
    surface.quantity === null ? null : t.editorOwn,
    surface.coats === null ? null : t.areaCoatCount(surface.coats),
    prep(),
    named(surface.product, priceBook.products),
    named(surface.sheen, priceBook.sheens),
    named(surface.method, priceBook.methods),
    surface.primer === NO_PRIMER ? t.editorNoPrimer : named(surface.primer, priceBook.primers),
    unusual(surface.condition, priceBook.conditions),
    unusual(surface.colourChange, priceBook.colourChanges),
    unusual(surface.texture, priceBook.textures),
  ].filter((part) => part !== null);
}
