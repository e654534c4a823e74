import type { TaxRule } from "./book/money.ts";
import type { Localised, Sourced } from "./book/numbers.ts";
import type { Can, OptionRule, Product } from "./book/paint.ts";
import type { Multiplier } from "./book/work.ts";
import { keyedLists } from "./known-keys.ts";
import type { PriceBook } from "./price-book.ts";
import { type PriceBookWarning, type Warn, warnAbout } from "./price-book-warning.ts";
import { profitWarnings, substrateWarnings } from "./warn-about-rates.ts";

/** More than anybody reads. */
const MAX_WARNINGS = 200;

/** Cents an hour: the federal minimum wage since 2009. */
const MINIMUM_WAGE = 725;
/** Percent: no state and county together ask for more than about 12. */
const HIGH_TAX = 15;

/** A factor that makes five times as much of anything, or as little, is a percentage in the wrong place. */
function unlikelyFactor(
  number: Sourced | undefined,
  inside: string,
  warn: Warn,
  [least, most]: readonly [number, number] = [0.2, 5],
): readonly PriceBookWarning[] {
  const value = Number(number?.value ?? 1);
  if (number === undefined || (value >= least && value <= most)) return [];
  return [warn("factor_unlikely", `${inside}.value`, number.value, `${least}-${most}`)];
}

function labourWarnings({ labour }: PriceBook): readonly PriceBookWarning[] {
  const { wage, load, crewSize, hoursPerDay, setUpHoursPerCrewDay } = labour;
  const warn = warnAbout("labour");
  const crewDay = Number(crewSize.value) * Number(hoursPerDay.value);
  const setUp = Number(setUpHoursPerCrewDay.value);
  return [
    ...(wage.cents < MINIMUM_WAGE ? [warn("wage_low", "wage.cents", String(wage.cents))] : []),
    ...unlikelyFactor(load, "load", warn, [1, 5]),
    ...(setUp * 2 >= crewDay
      ? [warn("set_up_long", "setUpHoursPerCrewDay.value", setUpHoursPerCrewDay.value)]
      : []),
  ];
}

const bandLists = [
  "heightBands",
  "access",
  "occupancy",
  "conditions",
  "colourChanges",
  "textures",
] as const;
/** Surfaces are born with the first of these, without anybody choosing it. */
const usualLists: ReadonlySet<string> = new Set(["conditions", "colourChanges", "textures"]);

function bandWarnings(book: PriceBook): readonly PriceBookWarning[] {
  return bandLists.flatMap((list) => {
    const bands: readonly Multiplier[] = book[list];
    return bands.flatMap(({ key, label, labour, prep, paint }, index) => {
      const warn = warnAbout(`${list}/${key}`, label);
      const effects = { labour, prep, paint };
      const isUsual = index === 0 && usualLists.has(list);
      return Object.entries(effects).flatMap(([name, factor]) => [
        ...unlikelyFactor(factor, name, warn),
        ...(isUsual && factor !== undefined && Number(factor.value) !== 1
          ? [warn("usual_has_effect", `${name}.value`, factor.value)]
          : []),
      ]);
    });
  });
}

/** Prices of two sizes that were taken for each other. */
function canWarnings(cans: readonly Can[], warn: Warn): readonly PriceBookWarning[] {
  return cans.flatMap((can, index) => {
    const smaller = cans.find(
      (other) =>
        Number(other.fluidOunces.value) < Number(can.fluidOunces.value) &&
        other.cost.cents > can.cost.cents,
    );
    if (smaller === undefined) return [];
    const inside = `cans.${index}.cost.cents`;
    return [warn("can_cheaper_than_smaller", inside, String(can.cost.cents), smaller.size)];
  });
}

const productWarnings = ({ key, label, cans, coverage, profit }: Product) => {
  const warn = warnAbout(`products/${key}`, label);
  return [
    ...canWarnings(cans, warn),
    ...unlikelyFactor(coverage, "coverage", warn),
    ...(profit ? profitWarnings(profit.rule, "profit.rule", warn) : []),
  ];
};

function optionWarnings(book: PriceBook, option: OptionRule): readonly PriceBookWarning[] {
  const warn = warnAbout(`options/${option.key}`, option.label);
  const bySubstrate = Map.groupBy(book.substrates, ({ scope }) => scope);
  const chosen = new Set(option.scopes.map(({ scope }) => scope));
  return [
    ...[...bySubstrate.keys()]
      .filter((scope) => !chosen.has(scope))
      .map((scope) => warn("choice_missing", "scopes", scope)),
    ...option.scopes.flatMap(({ scope, coats }, index) => {
      const short = bySubstrate.get(scope)?.find(({ labour }) => labour.byCoats.length < coats);
      const inside = `scopes.${index}.coats`;
      return short ? [warn("no_rate_for_coats", inside, String(coats), short.key)] : [];
    }),
  ];
}

/** Estimators can still choose such a product for a surface: the manager may mean that. */
function unusedWarnings(book: PriceBook): readonly PriceBookWarning[] {
  const choices = book.options.flatMap(({ scopes }) => scopes);
  const used = {
    products: new Set([...choices, ...book.primers].map(({ product }) => product)),
    scopes: new Set(book.substrates.map(({ scope }) => scope)),
    colourSlots: new Set(book.substrates.map(({ colourSlot }) => colourSlot)),
  };
  return (["colourSlots", "scopes", "products"] as const).flatMap((list) => {
    const entries: readonly { key: string; label: Localised }[] = book[list];
    return entries
      .filter(({ key }) => !used[list].has(key))
      .map(({ key, label }) => warnAbout(`${list}/${key}`, label)("unused", "", key));
  });
}

function taxWarnings({ salesTax }: PriceBook): readonly PriceBookWarning[] {
  const warn = warnAbout("salesTax");
  const high = (rule: TaxRule, inside: string) =>
    rule.kind !== "none" && Number(rule.percent.value) > HIGH_TAX
      ? [warn("tax_high", `${inside}.percent.value`, rule.percent.value)]
      : [];
  return [
    ...salesTax.states.flatMap(({ rule }, index) => high(rule, `states.${index}.rule`)),
    ...high(salesTax.otherwise, "otherwise"),
  ];
}

const capWarnings = ({ payments }: PriceBook): readonly PriceBookWarning[] =>
  payments.depositCaps.flatMap(({ state, percent, amount }, index) =>
    percent === undefined && amount === undefined
      ? [warnAbout("payments")("cap_without_limit", `depositCaps.${index}`, state)]
      : [],
  );

function hintWarnings({ hints, substrates }: PriceBook): readonly PriceBookWarning[] {
  const kinds = new Map(substrates.map(({ key, appliesTo }) => [key, appliesTo]));
  return hints.flatMap((hint, index) =>
    hint.kind === "undecided" && kinds.get(hint.substrate)?.includes(hint.areaKind) === false
      ? [warnAbout("hints")("hint_never_answered", `${index}.substrate`, hint.substrate)]
      : [],
  );
}

interface Labelled {
  readonly key: string;
  readonly label: Localised;
  readonly appliesTo?: readonly string[];
}

/** Windows of a room and windows of a side may be called the same: they are never seen side by side. */
const seenAs = ({ label, appliesTo = [""] }: Labelled): readonly string[] => {
  const name = label.en.trim().toLowerCase();
  return name === "" ? [] : appliesTo.map((kind) => `${kind} ${name}`);
};

function labelWarnings(book: PriceBook): readonly PriceBookWarning[] {
  return keyedLists.flatMap((list) => {
    const entries: readonly Labelled[] = book[list];
    const seen = new Set<string>();
    return entries.flatMap((entry) => {
      const warn = warnAbout(`${list}/${entry.key}`, entry.label);
      const isTwice = seenAs(entry).some((name) => seen.has(name));
      for (const name of seenAs(entry)) seen.add(name);
      return [
        ...(["en", "es"] as const)
          .filter((language) => entry.label[language].trim() === "")
          .map((language) => warn("label_missing", `label.${language}`, "", language)),
        ...(isTwice ? [warn("label_twice", "label.en", entry.label.en)] : []),
      ];
    });
  });
}

/**
 * What in a price book is probably a slip: it can be priced with, and refuses nothing.
 *
 * @param today the day it is, `2026-11-26`: discounts end.
 */
export function priceBookWarnings(book: PriceBook, today: string): readonly PriceBookWarning[] {
  const ended = book.discounts.flatMap(({ key, label, until }) =>
    until !== null && until < today
      ? [warnAbout(`discounts/${key}`, label)("discount_ended", "until", until)]
      : [],
  );
  const methods = book.methods.flatMap(({ key, label, labour }) =>
    unlikelyFactor(labour, "labour", warnAbout(`methods/${key}`, label)),
  );
  const profits = Object.entries(book.profit).flatMap(([of, rule]) =>
    profitWarnings(rule, of, warnAbout("profit")),
  );
  const lead = unlikelyFactor(book.leadSafe?.factor, "factor", warnAbout("leadSafe"));
  return [
    ...labourWarnings(book),
    ...book.substrates.flatMap(substrateWarnings),
    ...bandWarnings(book),
    ...methods,
    ...book.products.flatMap(productWarnings),
    ...profits,
    ...lead,
    ...ended,
    ...taxWarnings(book),
    ...capWarnings(book),
    ...book.options.flatMap((option) => optionWarnings(book, option)),
    ...hintWarnings(book),
    ...unusedWarnings(book),
    ...labelWarnings(book),
  ].slice(0, MAX_WARNINGS);
}
