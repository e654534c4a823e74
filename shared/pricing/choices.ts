import { exact } from "../exact/exact.ts";
import type { RecordOf } from "../estimate/record.ts";
import type { OptionRule, Product, ScopeChoice } from "./book/paint.ts";
import type { Method, Primer } from "./book/work.ts";
import { type CompiledBook, type EntryName, fromBook } from "./compiled-book.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import { NO_PRIMER } from "./choice-keys.ts";
import type { Named } from "./price-book.ts";
import type { ProblemCode } from "./problem.ts";
import { given, counted } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What an option does with one scope. */
export interface ScopeRule {
  readonly rule: ScopeChoice;
  readonly coats: Trace;
  /** For surfaces that leave everything to the option, by their substrate's method: nearly all of them. */
  readonly usual: Map<string, SurfaceChoice>;
}

/** How one surface is painted in an option: its own wishes, and the option's for everything it leaves open. */
export interface SurfaceChoice {
  readonly product: Product;
  readonly sheen: Named;
  readonly method: Method;
  readonly primer: {
    readonly primer: Primer;
    readonly product: Product;
    readonly sheen: Named;
  } | null;
  readonly coats: Trace;
  /** The level's key, in force while the surface has neither hours nor tasks of its own. */
  readonly prep: string;
  /** Keys of the pools that its finish goes to, by the colour's key, as they are asked for. */
  readonly poolKeys: Map<string, string>;
}

const COATS = counted("coat");

/** An option's choices by scope. */
export function scopeRules(book: CompiledBook, option: OptionRule): ReadonlyMap<string, ScopeRule> {
  const name: EntryName = { kind: "option", key: option.key, label: option.label };
  return new Map(
    option.scopes.map((rule) => {
      const number = { value: String(rule.coats), source: option.source };
      const coats = fromBook(book, "coats", COATS, number, name);
      return [rule.scope, { rule, coats, usual: new Map<string, SurfaceChoice>() }];
    }),
  );
}

/** The surface's own coats, or the option's when it leaves them open. */
function coatsOf({ surface, substrate }: MeasuredSurface, ofOption: Trace): Trace {
  const { id, coats } = surface;
  if (coats === null) return ofOption;
  const typed = String(coats);
  return given("coats", COATS, exact(coats), { kind: "surface", id, name: substrate.label, typed });
}

/** A sheen left to the option that the product does not come in is the product's first. */
function sheenOf(book: CompiledBook, own: string, ofOption: string, product: Product) {
  if (own !== "") return book.sheens.get(own);
  const key = product.sheens.includes(ofOption) ? ofOption : product.sheens[0];
  return key === undefined ? undefined : book.sheens.get(key);
}

type PrimerChoice = Exclude<SurfaceChoice["primer"], null>;

function primerOf(book: CompiledBook, key: string): PrimerChoice | undefined {
  const primer = book.primers.get(key);
  const product = primer && book.products.get(primer.product);
  const sheen = primer && book.sheens.get(primer.sheen);
  return primer && product && sheen && { primer, product, sheen };
}

const leavesAllOpen = ({ coats, product, sheen, method, primer }: RecordOf<"surface">): boolean =>
  coats === null && product === "" && sheen === "" && method === "" && primer === "";

/**
 * Decides how a surface is painted in an option.
 *
 * @param note is told what the book does not know; the surface is left out then.
 */
export function choiceFor(
  book: CompiledBook,
  scope: ScopeRule | undefined,
  measured: MeasuredSurface,
  note: (code: ProblemCode, typed: string) => void,
): SurfaceChoice | null {
  const { surface, substrate } = measured;
  if (scope === undefined) {
    note("no_product", substrate.scope);
    return null;
  }
  const { rule, usual } = scope;
  const isUsual = leavesAllOpen(surface);
  const known = isUsual ? usual.get(substrate.method) : undefined;
  if (known !== undefined) return known;
  const productKey = surface.product || rule.product;
  const product = book.products.get(productKey);
  if (product === undefined) {
    note("no_product", productKey);
    return null;
  }
  const sheen = sheenOf(book, surface.sheen, rule.sheen, product);
  if (sheen === undefined) {
    note("unknown_sheen", surface.sheen || rule.sheen);
    return null;
  }
  const methodKey = surface.method || (rule.method ?? substrate.method);
  const method = book.methods.get(methodKey);
  if (method === undefined) {
    note("unknown_method", methodKey);
    return null;
  }
  const primerKey = surface.primer || (rule.primer ?? NO_PRIMER);
  const primer = primerKey === NO_PRIMER ? null : primerOf(book, primerKey);
  if (primer === undefined) {
    note("unknown_primer", primerKey);
    return null;
  }
  const coats = coatsOf(measured, scope.coats);
  const poolKeys = new Map<string, string>();
  const choice: SurfaceChoice = {
    product,
    sheen,
    method,
    primer,
    coats,
    prep: rule.prep,
    poolKeys,
  };
  if (isUsual) usual.set(substrate.method, choice);
  return choice;
}
