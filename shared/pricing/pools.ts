import { isZero, reduced, rounded } from "../exact/exact.ts";
import type { Can, Product } from "./book/paint.ts";
import type { SundriesRule } from "./book/work.ts";
import { cheapestCans, OUNCES_PER_GALLON } from "./cans.ts";
import { type CompiledBook, type EntryName, fromBook, referenceTo } from "./compiled-book.ts";
import type { PooledColour } from "./colour.ts";
import type { Named } from "./price-book.ts";
import type { CansToBuy, PaintColour, PaintNeed } from "./priced-estimate.ts";
import { bookProfit, type JobSize, paintProfit, withProfit } from "./profit.ts";
import {
  canCount,
  CENTS,
  constant,
  GALLONS,
  markedUp,
  over,
  per,
  PERCENT,
  percentOf,
  plus,
  times,
  total,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** A surface's part in a pool of paint, of its finish or of its primer. */
export interface PoolMember {
  readonly key: string;
  readonly gallons: Trace;
  readonly product: Product;
  readonly sheen: Named;
  readonly colour: PaintColour;
  readonly scope: string;
}

/** A pool of paint: one product, colour and sheen, over the whole job or one scope of it. */
export interface PaintPool {
  readonly need: PaintNeed;
  readonly product: Product;
  readonly gallons: Trace;
  /** What the cans cost the firm. */
  readonly cost: Trace;
  /** The sundries reckoned in percent of it; null when there are none. */
  readonly sundriesCost: Trace | null;
}

export function poolKey(
  { book }: CompiledBook,
  product: Product,
  sheen: Named,
  colour: PooledColour,
  scope: string,
): string {
  const key = `${product.key}|${sheen.key}|${colour.key}`;
  return book.paintPooling === "scope" ? `${key}|${scope}` : key;
}

/** The same spelling of a colour whatever the order of the surfaces. */
const shownColour = (members: readonly PoolMember[]): PaintColour | undefined =>
  members
    .map((member) => member.colour)
    .reduce((one, other) =>
      one.kind === "named" && other.kind === "named" && other.name < one.name ? other : one,
    );

const canName = ({ size, label }: Can): EntryName => ({ kind: "can", key: size, label });

/** What one can costs, with the product's uplift. */
function canPrice(book: CompiledBook, product: Product, can: Can): Trace {
  const unit = per("cents", "can");
  const listed = fromBook(book, "can-price", unit, can.cost, canName(can));
  const { key, label, uplift } = product;
  const percent = fromBook(book, "uplift", PERCENT, uplift, { kind: "product", key, label });
  return isZero(percent.value) ? listed : markedUp("can-price-uplifted", unit, listed, percent);
}

const ounces = constant("ounces-per-gallon", per("ounce", "gallon"), OUNCES_PER_GALLON);

function buy(book: CompiledBook, product: Product, gallons: Trace) {
  const counts = cheapestCans(gallons.value, product.cans);
  const bought = product.cans.flatMap((can, index) => {
    const name = canName(can);
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const cans = canCount(count, gallons, referenceTo(book, name, can.cost.source));
    const fill = fromBook(book, "can-fill", per("ounce", "can"), can.fluidOunces, name);
    const size = over("can-volume", per("gallon", "can"), fill, ounces);
    const toBuy: CansToBuy = { size: can.size, label: can.label, count, costCents: can.cost.cents };
    return [
      {
        toBuy,
        fill: Number(can.fluidOunces.value),
        cost: times("cans-price", CENTS, cans, canPrice(book, product, can)),
        volume: times("cans-volume", GALLONS, cans, size),
      },
    ];
  });
  return {
    cans: bought.toSorted((one, other) => other.fill - one.fill).map((it) => it.toBuy),
    cost: total(
      "cans-cost",
      CENTS,
      bought.map((it) => it.cost),
    ),
    gallonsBought: total(
      "gallons-bought",
      GALLONS,
      bought.map((it) => it.volume),
    ),
  };
}

type PercentSundries = Extract<SundriesRule, { readonly kind: "percent-of-paint" }>;

function sundriesOn(
  book: CompiledBook,
  rules: readonly PercentSundries[],
  paint: Trace,
): Trace | null {
  if (rules.length === 0) return null;
  const costs = rules.map(({ key, label, percent: number }) => {
    const name: EntryName = { kind: "sundries", key, label };
    const percent = fromBook(book, "sundries-rate", PERCENT, number, name);
    return percentOf("pool-sundries", CENTS, percent, paint);
  });
  return total("pool-sundries", CENTS, costs);
}

function fillPool(
  book: CompiledBook,
  members: readonly [PoolMember, ...PoolMember[]],
  rules: readonly PercentSundries[],
): PaintPool {
  const [{ key, product, sheen, colour, scope }] = members;
  const gallons = total(
    "gallons-pool",
    GALLONS,
    members.map((member) => member.gallons),
  );
  const { cans, cost, gallonsBought } = buy(book, product, gallons);
  const pooledScope = book.book.paintPooling === "scope" ? book.scopes.get(scope) : undefined;
  return {
    product,
    gallons,
    cost,
    sundriesCost: sundriesOn(book, rules, cost),
    need: {
      key,
      product: product.label,
      sheen: sheen.label,
      colour: shownColour(members) ?? colour,
      scope: pooledScope?.label ?? null,
      exactGallons: gallons.value,
      cans,
      gallonsBought: gallonsBought.value,
      costCents: Number(rounded(cost.value)),
      trace: { exactGallons: gallons, gallonsBought, cost },
    },
  };
}

/** Adds up what the members of each pool need and buys the cheapest cans that hold it. In the order of their keys. */
export function fillPools(
  book: CompiledBook,
  members: readonly PoolMember[],
  sundries: readonly SundriesRule[],
): ReadonlyMap<string, PaintPool> {
  const rules = sundries.filter((rule) => rule.kind === "percent-of-paint");
  const pools = [...Map.groupBy(members, (member) => member.key)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return new Map(
    pools.flatMap(([key, [first, ...rest]]) =>
      first === undefined ? [] : [[key, fillPool(book, [first, ...rest], rules)]],
    ),
  );
}

/** What the customer is charged for a pool, the sundries reckoned on it included. */
function wholeCharge(book: CompiledBook, pool: PaintPool, size: JobSize): Trace {
  const { cost, product, sundriesCost } = pool;
  const paint = withProfit(book, paintProfit(book, product), size, "pool-charge-paint", cost);
  if (sundriesCost === null) return paint;
  const onSundries = bookProfit(book, "sundries");
  const sundries = withProfit(book, onSundries, size, "pool-charge-sundries", sundriesCost);
  return plus("pool-charge", CENTS, paint, sundries);
}

/** A pool with what the customer is charged for it, and for each gallon that is needed of it. */
export interface ChargedPool {
  readonly charge: Trace;
  readonly perGallon: Trace;
}

/** The cans' price is shared among the surfaces by what they need, not by what is bought. */
export function chargedPool(book: CompiledBook, pool: PaintPool, size: JobSize): ChargedPool {
  const charge = wholeCharge(book, pool, size);
  const perGallon = over("pool-charge-gallon", per("cents", "gallon"), charge, pool.gallons);
  return { charge, perGallon: { ...perGallon, value: reduced(perGallon.value) } };
}
