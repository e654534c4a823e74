import { rounded } from "../exact/exact.ts";
import { cheapestCans, OUNCES_PER_GALLON } from "./cans.ts";
import {
  type CompiledBook,
  type EntryName,
  fromBook,
  referenceTo,
  settingLabels,
} from "./compiled-book.ts";
import { withProfit } from "./labour.ts";
import type { MeasuredSurface } from "./measured-surface.ts";
import type { Named, Product, SundriesRule } from "./price-book.ts";
import type { CansToBuy, PaintColour, PaintNeed } from "./priced-estimate.ts";
import {
  canCount,
  CENTS,
  FACTOR,
  constant,
  GALLONS,
  markedUp,
  over,
  per,
  percentOf,
  times,
  total,
} from "./traced.ts";
import type { Trace } from "./trace.ts";

/** The coats of a surface as a figure: the estimator's own or the option's. */
export interface Coats {
  readonly count: number;
  readonly trace: Trace;
}

const productName = ({ key, label }: Product): EntryName => ({ kind: "product", key, label });

/** Units a gallon covers once, or gallons a unit takes for one coat, with this product. */
function spreadOf(book: CompiledBook, measured: MeasuredSurface, product: Product): Trace {
  const { key, label, unit, paint } = measured.substrate;
  const name: EntryName = { kind: "substrate", key, label };
  const coverage = fromBook(book, "coverage", FACTOR, product.coverage, productName(product));
  if (paint.kind === "spread") {
    const rate = per(unit, "gallon");
    const spread = fromBook(book, "spread-rate", rate, paint.unitsPerGallon, name);
    return times("spread-rate-product", rate, spread, coverage);
  }
  const rate = per("gallon", unit);
  const gallons = fromBook(book, "gallons-per-unit", rate, paint.gallons, name);
  return over("spread-rate-product", rate, gallons, coverage);
}

/** The paint one surface takes: quantity × coats ÷ spread rate, waste on top, times what multiplies paint. */
export function gallonsOf(
  book: CompiledBook,
  measured: MeasuredSurface,
  coats: Trace,
  product: Product,
): Trace {
  const { substrate, quantity, factors } = measured;
  const { key, label, unit } = substrate;
  const area = times("coat-quantity", { of: unit }, quantity, coats);
  const spread = spreadOf(book, measured, product);
  const onSurface =
    substrate.paint.kind === "spread"
      ? over("gallons-coats", GALLONS, area, spread)
      : times("gallons-coats", GALLONS, area, spread);
  const percent = fromBook(book, "waste", { of: "percent" }, substrate.waste, {
    kind: "substrate",
    key,
    label,
  });
  const gallons = markedUp("gallons-line", GALLONS, onSurface, percent);
  if (factors.paint.length === 0) return gallons;
  return times("gallons-line-adjusted", GALLONS, gallons, ...factors.paint);
}

/** A pool of paint: one product, colour and sheen over the whole job. */
export interface PaintPool {
  readonly need: PaintNeed;
  readonly gallons: Trace;
  /** What the cans cost the firm. */
  readonly cost: Trace;
  /** What the customer is charged for it all, sundries reckoned on paint included. */
  readonly charge: Trace;
  readonly sundriesCost: Trace | null;
}

/** One surface's part in a pool. */
export interface PoolMember {
  readonly gallons: Trace;
  readonly product: Product;
  readonly sheen: Named;
  readonly colour: PaintColour;
}

const spelling = (name: string): string => name.trim().replace(/\s+/g, " ");

/** The colour a surface is pooled under: as typed, or its substrate's colour slot while not chosen. */
export function colourOf(book: CompiledBook, { surface, substrate }: MeasuredSurface): PaintColour {
  const name = spelling(surface.colour);
  if (name !== "") return { kind: "named", name };
  const slot = substrate.colourSlot;
  return { kind: "slot", slot, label: book.colourSlots.get(slot)?.label ?? { en: slot, es: slot } };
}

/** Capitals and spaces do not make another colour. */
export const poolKey = ({ product, sheen, colour }: PoolMember): string =>
  `${product.key}|${sheen.key}|${
    colour.kind === "named" ? `=${colour.name.toLowerCase()}` : colour.slot
  }`;

/** The same spelling of a colour whatever the order of the surfaces. */
const shownColour = (members: readonly PoolMember[]): PaintColour | undefined =>
  members
    .map((member) => member.colour)
    .reduce((one, other) =>
      one.kind === "named" && other.kind === "named" && other.name < one.name ? other : one,
    );

function buy(book: CompiledBook, product: Product, gallons: Trace) {
  const counts = cheapestCans(
    gallons.value,
    product.cans.map((can) => ({ ounces: Number(can.fluidOunces.value), cents: can.cost.cents })),
  );
  const ounces = constant("ounces-per-gallon", per("ounce", "gallon"), OUNCES_PER_GALLON);
  const bought = product.cans.flatMap((can, index) => {
    const name: EntryName = { kind: "can", key: can.size, label: can.label };
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const cans = canCount(count, gallons, referenceTo(book, name, can.cost));
    const price = fromBook(book, "can-price", per("cents", "can"), can.cost, name);
    const fill = fromBook(book, "can-fill", per("ounce", "can"), can.fluidOunces, name);
    const size = over("can-volume", per("gallon", "can"), fill, ounces);
    const toBuy: CansToBuy = { size: can.size, label: can.label, count, costCents: can.cost.cents };
    return [
      {
        toBuy,
        fill: Number(can.fluidOunces.value),
        cost: times("cans-price", CENTS, cans, price),
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

function sundriesOn(book: CompiledBook, paint: Trace): { cost: Trace; charge: Trace } | null {
  const costs = book.book.sundries
    .filter(
      (rule): rule is SundriesRule & { kind: "percent-of-paint" } =>
        rule.kind === "percent-of-paint",
    )
    .map((rule) => {
      const name: EntryName = { kind: "sundries", key: rule.key, label: rule.label };
      const percent = fromBook(book, "sundries-rate", { of: "percent" }, rule.percent, name);
      return percentOf("pool-sundries", CENTS, percent, paint);
    });
  if (costs.length === 0) return null;
  const cost = total("pool-sundries", CENTS, costs);
  const name: EntryName = { kind: "profit", key: "sundries", label: settingLabels.sundries };
  const charge = withProfit(book, book.book.profit.sundries, name, "pool-charge-sundries", cost);
  return { cost, charge };
}

/** Adds up what the surfaces of a pool need and buys the cheapest cans that hold it. */
export function fillPool(
  book: CompiledBook,
  key: string,
  members: readonly [PoolMember, ...PoolMember[]],
): PaintPool {
  const [{ product, sheen, colour }] = members;
  const gallons = total(
    "gallons-pool",
    GALLONS,
    members.map((member) => member.gallons),
  );
  const { cans, cost, gallonsBought } = buy(book, product, gallons);
  const name: EntryName = product.profit
    ? productName(product)
    : { kind: "profit", key: "paint", label: settingLabels.paint };
  const rule = product.profit ?? book.book.profit.paint;
  const paintCharge = withProfit(book, rule, name, "pool-charge-paint", cost);
  const sundries = sundriesOn(book, cost);
  return {
    gallons,
    cost,
    charge: total("pool-charge", CENTS, sundries ? [paintCharge, sundries.charge] : [paintCharge]),
    sundriesCost: sundries?.cost ?? null,
    need: {
      key,
      product: product.label,
      sheen: sheen.label,
      colour: shownColour(members) ?? colour,
      exactGallons: gallons.value,
      cans,
      gallonsBought: gallonsBought.value,
      costCents: Number(rounded(cost.value)),
      trace: { exactGallons: gallons, gallonsBought, cost },
    },
  };
}
