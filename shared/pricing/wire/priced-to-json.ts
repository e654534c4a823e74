import type { Exact } from "../../exact/exact.ts";
import type {
  Implied,
  PaintNeed,
  PricedEstimate,
  PricedItem,
  PricedLine,
  PricedMoney,
  PricedOption,
  PricedPrep,
  PricedSurface,
} from "../priced-estimate.ts";
import type { Trace } from "../trace.ts";
import { TraceTableBuilder } from "./build-trace-table.ts";
import { exactJson } from "./exact-json.ts";
import type { ExactJson, PricedEstimateJson } from "./priced-estimate-schema.ts";
import { problemSentence } from "./problem-sentence.ts";

type OptionJson = PricedEstimateJson["options"][number];
type LineJson = OptionJson["lines"][number];
type ItemJson = OptionJson["offers"][number];
type SurfaceJson = Extract<LineJson, { readonly kind: "surface" }>;
type ImpliedJson = SurfaceJson["implied"];

/** Writes a figure's trace into the table; undefined where no traces were asked for. */
type Place = (trace: Trace) => number | undefined;

const orNull = (value: Exact | null): ExactJson | null => value && exactJson(value);

const impliedJson = ({ hours, unitsPerHour, centsPerUnit, unit }: Implied): ImpliedJson => ({
  hours: orNull(hours),
  unitsPerHour: orNull(unitsPerHour),
  centsPerUnit: orNull(centsPerUnit),
  unit,
});

function prepJson(prep: PricedPrep): SurfaceJson["prep"] {
  switch (prep.kind) {
    case "level":
      return prep;
    case "tasks":
      return { kind: prep.kind, tasks: [...prep.tasks] };
    case "hours":
      return { kind: prep.kind, hours: exactJson(prep.hours) };
  }
}

const surfaceJson = (line: PricedSurface, place: Place): SurfaceJson => ({
  ...line,
  quantity: exactJson(line.quantity),
  prep: prepJson(line.prep),
  hours: exactJson(line.hours),
  gallons: exactJson(line.gallons),
  implied: impliedJson(line.implied),
  trace: place(line.trace),
});

const itemJson = (line: PricedItem, place: Place): ItemJson => ({
  ...line,
  quantity: exactJson(line.quantity),
  hours: exactJson(line.hours),
  implied: impliedJson(line.implied),
  trace: place(line.trace),
});

function lineJson(line: PricedLine, place: Place): LineJson {
  switch (line.kind) {
    case "surface":
      return surfaceJson(line, place);
    case "item":
      return itemJson(line, place);
    case "set-up":
    case "lead-safe":
    case "trip":
    case "charge":
    case "sundries":
    case "minimum-scope":
    case "minimum":
      return { ...line, trace: place(line.trace) };
  }
}

const placed = <T extends { readonly trace: Trace }>(figure: T, place: Place) => ({
  ...figure,
  trace: place(figure.trace),
});

const moneyJson = (money: PricedMoney, place: Place): OptionJson["money"] => ({
  ...money,
  discounts: money.discounts.map((discount) => placed(discount, place)),
  tax: money.tax && placed(money.tax, place),
  payments: money.payments.map((payment) => placed(payment, place)),
  financing: money.financing.map((plan) => placed(plan, place)),
  listTrace: place(money.listTrace),
  subtotalTrace: place(money.subtotalTrace),
});

function paintTraces({ trace }: PaintNeed, place: Place): OptionJson["paint"][number]["trace"] {
  const exactGallons = place(trace.exactGallons);
  const gallonsBought = place(trace.gallonsBought);
  const cost = place(trace.cost);
  if (exactGallons === undefined || gallonsBought === undefined || cost === undefined) return;
  return { exactGallons, gallonsBought, cost };
}

const paintJson = (need: PaintNeed, place: Place): OptionJson["paint"][number] => ({
  ...need,
  exactGallons: exactJson(need.exactGallons),
  cans: [...need.cans],
  gallonsBought: exactJson(need.gallonsBought),
  trace: paintTraces(need, place),
});

function optionJson(option: PricedOption, place: Place): OptionJson {
  const { hours, cost, implied } = option;
  return {
    ...option,
    lines: option.lines.map((line) => lineJson(line, place)),
    offers: option.offers.map((offer) => itemJson(offer, place)),
    money: moneyJson(option.money, place),
    hours: {
      exact: exactJson(hours.exact),
      charged: exactJson(hours.charged),
      crewDays: hours.crewDays,
      trace: place(hours.trace),
    },
    paint: option.paint.map((need) => paintJson(need, place)),
    cost: {
      ...cost,
      marginPercent: orNull(cost.marginPercent),
      markupPercent: orNull(cost.markupPercent),
    },
    implied: {
      sqft: exactJson(implied.sqft),
      centsPerSqft: orNull(implied.centsPerSqft),
      sqftPerHour: orNull(implied.sqftPerHour),
      centsPerCrewDay: orNull(implied.centsPerCrewDay),
    },
    trace: place(option.trace),
  };
}

interface PrintOptions {
  /** The day it was priced for. */
  readonly day: string;
  /** Whether every figure explains itself, in one table. */
  readonly trace: boolean;
}

/** A priced estimate as JSON data, as `pricedEstimateSchema` describes it. */
export function pricedToJson(
  { priceBook, options, problems }: PricedEstimate,
  { day, trace }: PrintOptions,
): PricedEstimateJson {
  const table = new TraceTableBuilder();
  const place: Place = trace ? table.add : () => undefined;
  const priced = options.map((option) => optionJson(option, place));
  return {
    day,
    priceBook,
    options: priced,
    problems: problems.map((problem) => ({ ...problem, sentence: problemSentence(problem) })),
    ...(trace && { trace: table.table }),
  };
}
