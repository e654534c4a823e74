import type { OptionRule, Product } from "../book/paint.ts";
import type { Method, Primer } from "../book/work.ts";
import type { RateCurve } from "../book/numbers.ts";
import { NO_PRIMER, PREP_BY_OPTION } from "../choice-keys.ts";
import type { PriceBook } from "../price-book.ts";
import type { ProblemCode } from "../problem.ts";
import type { MeasuredSurface } from "./measured.ts";
import type { Problems } from "./problems.ts";

/** What one option paints a surface with. */
export interface Choices {
  readonly coats: number;
  readonly rate: RateCurve;
  readonly oneCoatRate: RateCurve;
  readonly product: Product;
  readonly sheen: string;
  readonly method: Method;
  readonly primer: Primer | null;
  /** The key of a level, in force while the surface has neither hours nor tasks of its own. */
  readonly prep: string;
}

/**
 * Page, section 1, "Choices", and section 8 for what is not known.
 *
 * @returns null for a surface that is left out of the option, for the first of the reasons that there are.
 */
export function choicesOf(
  book: PriceBook,
  option: OptionRule,
  { area, surface, substrate }: MeasuredSurface,
  problems: Problems,
): Choices | null {
  const problem = (code: ProblemCode): null => {
    problems.add({
      code,
      blocking: true,
      areaId: area.id,
      surfaceId: surface.id,
      option: option.key,
    });
    return null;
  };
  const orByOption = (own: string, theirs: string) => (own === "" ? theirs : own);
  const find = <E extends { readonly key: string }>(list: readonly E[], key: string): E | null =>
    list.find((entry) => entry.key === key) ?? null;

  const byOption = option.scopes.find(({ scope }) => scope === substrate.scope);
  if (byOption === undefined) return problem("no_product");
  const product = find(book.products, orByOption(surface.product, byOption.product));
  if (product === null) return problem("no_product");
  const sheen = find(book.sheens, sheenOf(product, surface.sheen, byOption.sheen));
  if (sheen === null) return problem("unknown_sheen");
  const method = find(
    book.methods,
    orByOption(surface.method, byOption.method ?? substrate.method),
  );
  if (method === null) return problem("unknown_method");
  const primerKey = orByOption(surface.primer, byOption.primer ?? NO_PRIMER);
  const primer = primerKey === NO_PRIMER ? null : find(book.primers, primerKey);
  if (primer === null && primerKey !== NO_PRIMER) return problem("unknown_primer");
  const coats = surface.coats ?? byOption.coats;
  const rate = substrate.labour.byCoats[coats - 1];
  const oneCoatRate = substrate.labour.byCoats[0];
  if (rate === undefined || oneCoatRate === undefined) return problem("no_rate_for_coats");
  const prep = surface.prep === PREP_BY_OPTION ? byOption.prep : surface.prep;
  return { coats, rate, oneCoatRate, product, sheen: sheen.key, method, primer, prep };
}

/** The surface's own, whatever the product comes in; the option's, or the product's first. */
function sheenOf(product: Product, own: string, byOption: string): string {
  if (own !== "") return own;
  return product.sheens.includes(byOption) ? byOption : (product.sheens[0] ?? "");
}
