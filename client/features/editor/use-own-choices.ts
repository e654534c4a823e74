import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Localised } from "../../../shared/pricing/book/numbers.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { SelectOption } from "../../ui/select-field.tsx";
import { surface as surfaceWords } from "../../words/surface.ts";
import { useWords } from "../../words/words-provider.tsx";
import { useEditor } from "./editor-context.tsx";

/** Something that a surface may decide for itself instead of the option. */
export interface OwnChoice {
  readonly field:
    | "product"
    | "sheen"
    | "method"
    | "primer"
    | "condition"
    | "colourChange"
    | "texture";
  readonly label: string;
  /** What nothing chosen means. */
  readonly usual: string;
  readonly entries: readonly SelectOption[];
}

type Entry = { readonly key: string; readonly label: Localised };

/** The sheens that the surface's own product comes in, or those of the products that options would paint it with. */
function sheensOf(
  priceBook: PriceBook,
  product: string,
  scope: string | undefined,
): readonly Entry[] {
  const products =
    product === ""
      ? priceBook.options.flatMap(({ scopes }) =>
          scopes.filter((choice) => choice.scope === scope).map((choice) => choice.product),
        )
      : [product];
  const sheens = new Set(
    priceBook.products
      .filter(({ key }) => products.includes(key))
      .flatMap(({ sheens: in_ }) => in_),
  );
  return priceBook.sheens.filter(({ key }) => sheens.has(key));
}

/** What can be chosen for a surface, with what the option that is shown would do; what has no choice is left out. */
export function useOwnChoices(surface: RecordOf<"surface">): readonly OwnChoice[] {
  const { t, language } = useWords();
  const { priceBook, option } = useEditor();
  const w = surfaceWords[language];
  const substrate = priceBook.substrates.find(({ key }) => key === surface.substrate);
  const line = option?.lines.find(({ id }) => id === surface.id);
  const now = line?.kind === "surface" ? line : null;
  const entriesOf = (list: readonly Entry[]): readonly SelectOption[] =>
    list.map(({ key, label }) => ({ value: key, label: label[language] }));
  const byOption = (label: Localised | null | undefined) =>
    label ? `${t.editorByOptionShort}: ${label[language]}` : w.surfaceByOption;
  const ofOption = (
    field: "product" | "sheen" | "method" | "primer",
    label: string,
    list: readonly Entry[],
    least: number,
  ): readonly OwnChoice[] =>
    list.length < least
      ? []
      : [
          {
            field,
            label,
            usual: byOption(surface[field] === "" ? now?.[field] : null),
            entries: entriesOf(list),
          },
        ];
  const usual = (
    field: "condition" | "colourChange" | "texture",
    label: string,
    [first, ...others]: readonly Entry[],
  ): readonly OwnChoice[] => {
    if (first === undefined || others.length === 0) return [];
    const own = surface[field] === first.key ? [first] : [];
    return [
      {
        field,
        label,
        usual: w.surfaceUsual(first.label[language]),
        entries: entriesOf([...own, ...others]),
      },
    ];
  };
  return [
    ...ofOption("product", w.surfaceProduct, priceBook.products, 2),
    ...ofOption("sheen", w.surfaceSheen, sheensOf(priceBook, surface.product, substrate?.scope), 2),
    ...ofOption("method", w.surfaceMethod, priceBook.methods, 2),
    ...ofOption("primer", w.surfacePrimer, priceBook.primers, 1),
    ...usual("condition", w.surfaceCondition, priceBook.conditions),
    ...usual("colourChange", w.surfaceColourChange, priceBook.colourChanges),
    ...usual("texture", w.surfaceTexture, priceBook.textures),
  ];
}
