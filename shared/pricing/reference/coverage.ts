import type { Estimate } from "../../estimate/estimate.ts";
import type { RecordOf } from "../../estimate/record.ts";
import type { ProfitRule } from "../book/money.ts";
import { isCurve, type ProfitCurve, type RateCurve } from "../book/numbers.ts";
import { multiplierOrder } from "../book/substrate.ts";
import { PREP_BY_OPTION } from "../choice-keys.ts";
import type { PriceBook } from "../price-book.ts";
import { heightBandOf } from "./bands.ts";
import type { ReferenceLine, ReferenceOption, ReferencePrice } from "./result.ts";
import { stateOf } from "./states.ts";

/**
 * Which rules of a price book a result went through, so that a comparison can show that it was not about nothing.
 *
 * @param result the reference's, for this estimate and book.
 */
export function rulesHit(
  estimate: Estimate,
  book: PriceBook,
  result: ReferencePrice,
): ReadonlySet<string> {
  const hit = new Set<string>();
  for (const problem of result.problems) hit.add(`problem ${problem.split(" ", 1)[0]}`);
  for (const option of result.options) addOption(hit, estimate, book, option);
  return hit;
}

type Hit = Set<string>;

function addOption(hit: Hit, estimate: Estimate, book: PriceBook, option: ReferenceOption): void {
  const { money, lines } = option;
  hit.add(option.acceptable ? "option acceptable" : "option blocked");
  for (const line of lines) addLine(hit, estimate, book, option, line);
  if (option.offers.length > 0) hit.add("item offered");
  if (lines.some(({ kind }) => kind === "surface")) addJob(hit, estimate, book, option);
  for (const { key, cents } of money.discounts) {
    const discount = book.discounts.find((it) => it.key === key);
    if (discount !== undefined && cents !== "0") hit.add(`discount by ${discount.off.kind}`);
  }
  if (money.list !== money.net) hit.add("list price above net");
  const state = stateOf(estimate.estimate.state);
  const { states, otherwise } = book.salesTax;
  const tax = states.find((it) => it.state === state)?.rule ?? otherwise;
  if (money.tax !== null) hit.add(`tax on ${tax.kind}`);
  for (const payment of money.payments) {
    if (payment.key.startsWith("draw")) hit.add("payment draw");
    if (payment.key === "deposit") hit.add("payment deposit");
    if (payment.cappedBy !== null) hit.add("payment capped by a state");
  }
  for (const { key } of money.financing) {
    const apr = book.financing.find((plan) => plan.key === key)?.apr.value ?? "0";
    hit.add(Number(apr) === 0 ? "financing without interest" : "financing with interest");
  }
}

function addJob(hit: Hit, { estimate }: Estimate, book: PriceBook, option: ReferenceOption): void {
  hit.add(`pooling by ${book.paintPooling}`).add(`hours ${book.labour.hours}`);
  for (const kind of ["labour", "paint", "sundries", "charges", "items"] as const) {
    addProfit(hit, `profit ${kind}`, book.profit[kind]);
  }
  if (option.paint.some(({ cans }) => cans.length > 1)) hit.add("cans of several sizes");
  if (option.paint.some(({ key }) => key.includes("/ primer"))) hit.add("primer");
  for (const rule of book.sundries) {
    if (rule.onlyIf !== undefined && estimate.leadSafe !== true) continue;
    const only = rule.onlyIf === undefined ? "" : " of lead-safe work";
    if (rule.kind !== "per-started") hit.add(`sundries ${rule.kind}${only}`);
    else if (option.lines.some(({ id }) => id === rule.label.en)) {
      hit.add(`sundries per started ${rule.of}${only}`);
    }
  }
}

function addLine(
  hit: Hit,
  estimate: Estimate,
  book: PriceBook,
  option: ReferenceOption,
  { kind, id, surface, cents }: ReferenceLine,
): void {
  if (kind === "surface" && surface !== null) {
    const all = estimate.areas.flatMap(({ area, surfaces }) =>
      surfaces.map((record) => ({ area, record })),
    );
    const found = all.find(({ record }) => record.id === id);
    if (found) addSurface(hit, book, option.key, found.area, found.record, surface.coats);
    return;
  }
  const item = estimate.items.find((it) => it.id === id);
  if (kind !== "item" || item === undefined) {
    const bands = [...book.heightBands, ...book.access, ...book.occupancy];
    const per = bands.find(({ label }) => label.en === id)?.charge?.per;
    hit.add(`line ${kind}${kind === "charge" ? ` per ${per}` : ""}`);
    return;
  }
  hit.add(`item ${item.kind}${item.margin === null ? "" : " with its own margin"}`);
  if (item.optional) hit.add("item optional and ticked");
  if (cents.startsWith("-")) hit.add("item below zero");
  if (item.materialCost > 0) hit.add("item with material");
}

function addSurface(
  hit: Hit,
  book: PriceBook,
  optionKey: string,
  area: RecordOf<"area">,
  surface: RecordOf<"surface">,
  coats: number,
): void {
  const substrate = book.substrates.find(({ key }) => key === surface.substrate);
  const rule = book.options
    .find(({ key }) => key === optionKey)
    ?.scopes.find(({ scope }) => scope === substrate?.scope);
  const rate = substrate?.labour.byCoats[coats - 1];
  if (substrate === undefined || rule === undefined || rate === undefined) return;
  hit.add(`rate ${substrate.labour.kind}`).add(`rate ${curveName(rate)}`);
  hit.add(`coats ${coats}`).add(`quantity ${surface.quantity ? "typed" : substrate.quantity.kind}`);

  const bands = bandsOf(book, area, surface);
  for (const kind of multiplierOrder) {
    const band = bands[kind];
    if (!substrate.multipliers.includes(kind) || band === undefined) continue;
    for (const what of ["labour", "prep", "paint"] as const) {
      if (band[what] !== undefined) hit.add(`multiplier ${kind} on ${what}`);
    }
  }

  const prep = surface.prep === PREP_BY_OPTION ? rule.prep : surface.prep;
  const how = book.prepLevels.find(({ key }) => key === prep)?.how.kind;
  if (surface.prepHours) hit.add("prep hours as typed");
  else if (surface.prepTasks) hit.add("prep tasks of its own");
  else if (how !== undefined) hit.add(`prep level ${how}`);

  const product = book.products.find(({ key }) => key === (surface.product || rule.product));
  const spreads = product?.spreads.filter((spread) => spread.substrate === substrate.key) ?? [];
  const onTexture = spreads.some(({ texture }) => texture === bands.texture?.key);
  if (onTexture) hit.add("spread of the product on a texture");
  else if (spreads.some(({ texture }) => texture === undefined)) hit.add("spread of the product");
  else hit.add(`paint by ${substrate.paint.kind}`);
  if (product?.profit !== undefined) {
    addProfit(hit, `profit of a product on ${product.profit.on}`, product.profit.rule);
  }
  for (const own of ["product", "sheen", "method", "primer"] as const) {
    if (surface[own]) hit.add(`surface's own ${own}`);
  }
}

const bandsOf = (book: PriceBook, area: RecordOf<"area">, surface: RecordOf<"surface">) => {
  const find = <B extends { readonly key: string }>(list: readonly B[], key: string) =>
    key === "" ? list[0] : list.find((band) => band.key === key);
  return {
    height: heightBandOf(book, area) ?? undefined,
    access: find(book.access, area.access),
    occupancy: find(book.occupancy, area.occupancy),
    condition: find(book.conditions, surface.condition),
    "colour-change": find(book.colourChanges, surface.colourChange),
    texture: find(book.textures, surface.texture),
  };
};

const curveName = (curve: RateCurve | ProfitCurve): string =>
  isCurve(curve) ? `in ${curve.kind} by ${curve.by}` : "plain";

const addProfit = (hit: Hit, name: string, { kind, percent }: ProfitRule): Hit =>
  hit.add(name).add(`profit ${kind} ${curveName(percent)}`);
