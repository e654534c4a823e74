import type { AddOn } from "./book/money.ts";
import type { OptionRule, Product } from "./book/paint.ts";
import type { SundriesRule } from "./book/work.ts";
import { canCheck } from "./check-cans.ts";
import { checkProfit } from "./check-curves.ts";
import { checkSheen, MAX_PERCENT } from "./check-substrates.ts";
import type { HintRule } from "./price-book.ts";
import type { Walk } from "./walk.ts";

export function productCheck(): (product: Product, walk: Walk) => void {
  const checkCans = canCheck();
  return (product, walk) => {
    checkCans(product.cans, walk);
    checkProduct(product, walk);
  };
}

function checkProduct({ uplift, spreads, sheens, profit }: Product, walk: Walk): void {
  walk.atMost(MAX_PERCENT, uplift, "uplift");
  for (const [index, { substrate, texture }] of spreads.entries()) {
    walk.refer("substrates", substrate, `spreads.${index}.substrate`);
    walk.refer("textures", texture, `spreads.${index}.texture`);
  }
  walk.once(
    spreads.map(({ substrate, texture = "" }) => `${substrate} ${texture}`.trim()),
    (index) => `spreads.${index}.substrate`,
  );
  for (const [index, sheen] of sheens.entries()) walk.refer("sheens", sheen, `sheens.${index}`);
  walk.once(sheens, (index) => `sheens.${index}`);
  if (profit !== undefined) checkProfit(profit.rule, "profit.rule", walk);
}

export function checkOption({ scopes }: OptionRule, walk: Walk): void {
  for (const [index, choice] of scopes.entries()) {
    const way = `scopes.${index}`;
    walk.refer("scopes", choice.scope, `${way}.scope`);
    walk.refer("products", choice.product, `${way}.product`);
    checkSheen(choice.product, choice.sheen, `${way}.sheen`, walk);
    walk.refer("prepLevels", choice.prep, `${way}.prep`);
    walk.refer("methods", choice.method, `${way}.method`);
    walk.refer("primers", choice.primer, `${way}.primer`);
  }
  walk.once(
    scopes.map(({ scope }) => scope),
    (index) => `scopes.${index}.scope`,
  );
}

export function checkSundries(rule: SundriesRule, walk: Walk): void {
  if (rule.kind === "percent-of-paint") walk.atMost(MAX_PERCENT, rule.percent, "percent");
}

/** Pay above the price would be work given away. */
export function checkAddOn({ factor }: AddOn, walk: Walk): void {
  if (Number(factor.value) > 1) walk.say("factor_above_one", factor.value, "1", "factor.value");
}

/** Surfaces may be each other's companions, in a circle too; none is its own. */
export function checkHints(hints: readonly HintRule[], walk: Walk): void {
  for (const [index, hint] of hints.entries()) {
    if ("substrate" in hint) walk.refer("substrates", hint.substrate, `${index}.substrate`);
    if (hint.kind === "primer") {
      walk.refer("colourChanges", hint.colourChange, `${index}.colourChange`);
    }
    if (hint.kind !== "companion") continue;
    for (const [at, companion] of hint.companions.entries()) {
      const further = `${index}.companions.${at}`;
      walk.refer("substrates", companion, further);
      if (companion === hint.substrate) walk.say("companion_itself", companion, "", further);
    }
  }
}
