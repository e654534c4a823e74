import type { OptionRule, Product } from "../book/paint.ts";
import type { Method, PrepLevel, Primer } from "../book/work.ts";
import type { RateCurve } from "../book/numbers.ts";
import { NO_PRIMER, PREP_BY_OPTION, type PriceBook } from "../price-book.ts";
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
  /** Null: a level that the book does not know. */
  readonly prep: PrepLevel | null;
}

/**
 * Page, section 1, "Choices", and section 8 for what is not known.
 *
 * @returns null for a surface that is left out of the option.
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
  const byOption = option.scopes.find(({ scope }) => scope === substrate.scope);
  if (byOption === undefined) return problem("no_product");
  const orByOption = (own: string, theirs: string) => (own === "" ? theirs : own);
  const find = <E extends { readonly key: string }>(
    list: readonly E[],
    key: string,
    code: ProblemCode,
  ): E | null => list.find((entry) => entry.key === key) ?? problem(code);

  const coats = surface.coats ?? byOption.coats;
  const rates = substrate.labour.byCoats;
  const rate = rates[coats - 1] ?? problem("no_rate_for_coats");
  const product = find(book.products, orByOption(surface.product, byOption.product), "no_product");
  const sheen = product === null ? null : sheenOf(product, surface.sheen, byOption.sheen);
  if (product !== null && sheen === null) problem("unknown_sheen");
  const method = find(
    book.methods,
    orByOption(surface.method, byOption.method ?? substrate.method),
    "unknown_method",
  );
  const primerKey = orByOption(surface.primer, byOption.primer ?? NO_PRIMER);
  const primer = primerKey === NO_PRIMER ? null : find(book.primers, primerKey, "unknown_primer");
  const prepKey = surface.prep === PREP_BY_OPTION ? byOption.prep : surface.prep;
  const prep = find(book.prepLevels, prepKey, "unknown_prep");

  const [oneCoatRate] = rates;
  const primerUnknown = primerKey !== NO_PRIMER && primer === null;
  if (rate === null || oneCoatRate === undefined || product === null || sheen === null) return null;
  if (method === null || primerUnknown) return null;
  return { coats, rate, oneCoatRate, product, sheen, method, primer, prep };
}

/** The surface's own, which the product must come in; the option's, or the product's first. */
function sheenOf(product: Product, own: string, byOption: string): string | null {
  if (own !== "") return product.sheens.includes(own) ? own : null;
  return product.sheens.includes(byOption) ? byOption : (product.sheens[0] ?? null);
}
