import type { z } from "zod/mini";
import type {
  FinancingPlan,
  LeadSafeRule,
  paymentsSchema,
  salesTaxSchema,
  TaxRule,
} from "./book/money.ts";
import { checkProfit } from "./check-curves.ts";
import { MAX_PERCENT } from "./check-substrates.ts";
import type { PriceBook } from "./price-book.ts";
import type { Walk } from "./walk.ts";

/** A thousand painters: more are a slip of the finger. */
const MAX_CREW = 1000;

/** The loaded hour is divided by, where piece rates are told in hours: nobody works for nothing. */
export function checkLabour(labour: PriceBook["labour"], walk: Walk): void {
  const { wage, crewSize, hoursPerDay } = labour;
  if (wage.cents === 0) walk.say("not_positive", wage.cents, "", "wage.cents");
  walk.atMost(MAX_CREW, crewSize, "crewSize");
  walk.atMost(24, hoursPerDay, "hoursPerDay");
}

export function checkProfits(profit: PriceBook["profit"], walk: Walk): void {
  checkProfit(profit.labour, "labour", walk);
  checkProfit(profit.paint, "paint", walk);
  checkProfit(profit.sundries, "sundries", walk);
  checkProfit(profit.charges, "charges", walk);
  checkProfit(profit.items, "items", walk);
}

export function checkLeadSafe(rule: LeadSafeRule | null, walk: Walk): void {
  if (rule === null || Number(rule.factor.value) >= 1) return;
  walk.say("factor_below_one", rule.factor.value, "1", "factor.value");
}

function checkTax(rule: TaxRule, way: string, walk: Walk): void {
  if (rule.kind !== "none") walk.atMost(100, rule.percent, `${way}.percent`);
}

export function checkSalesTax(tax: z.infer<typeof salesTaxSchema>, walk: Walk): void {
  for (const [index, { rule }] of tax.states.entries()) {
    checkTax(rule, `states.${index}.rule`, walk);
  }
  walk.once(
    tax.states.map(({ state }) => state),
    (index) => `states.${index}.state`,
    "duplicate_state",
  );
  checkTax(tax.otherwise, "otherwise", walk);
}

/** The payments that the app itself names. */
const ownPayments: ReadonlySet<string> = new Set(["deposit", "final"]);

/** Percent with six decimals at the most, in whole millionths: they can be added. */
const millionths = (percent: string): number => Math.round(Number(percent) * 1_000_000);

export function checkPayments(payments: z.infer<typeof paymentsSchema>, walk: Walk): void {
  const { deposit, draws, depositCaps } = payments;
  let asked = deposit === null ? 0 : millionths(deposit.percent.value);
  for (const [index, { key, percent }] of draws.entries()) {
    if (ownPayments.has(key)) walk.say("reserved_key", key, "", `draws.${index}.key`);
    const before = asked;
    asked += millionths(percent.value);
    if (before <= 100_000_000 && asked > 100_000_000) {
      const left = String((100_000_000 - before) / 1_000_000);
      walk.say("payments_exceed_total", percent.value, left, `draws.${index}.percent.value`);
    }
  }
  walk.once(
    draws.map(({ key }) => key),
    (index) => `draws.${index}.key`,
    "duplicate_key",
  );
  for (const [index, { percent }] of depositCaps.entries()) {
    walk.atMost(100, percent, `depositCaps.${index}.percent`);
  }
  walk.once(
    depositCaps.map(({ state }) => state),
    (index) => `depositCaps.${index}.state`,
    "duplicate_state",
  );
}

export function checkFinancing({ apr }: FinancingPlan, walk: Walk): void {
  walk.atMost(MAX_PERCENT, apr, "apr");
}
