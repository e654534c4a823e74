import { isCurve } from "../../../shared/pricing/book/numbers.ts";
import { labelOf } from "../../../shared/pricing/edit/diff-books.ts";
import { centsPerGallon } from "../../../shared/pricing/edit/can-price.ts";
import { dollarsText, scaledText } from "../../../shared/pricing/edit/decimal-text.ts";
import { splitPath } from "../../../shared/pricing/edit/book-sections.ts";
import type { AreaBand, Multiplier } from "../../../shared/pricing/book/work.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { ShownBook } from "./book-context.tsx";
import type { FormContext } from "./forms/form-fields.ts";
import { addOnNote } from "./forms/add-on-note.ts";
import { rateText } from "./forms/rate-text.ts";
import { unitsWord, unitWord } from "./forms/unit-words.ts";

/** What an entry or setting comes to, in a few words for its row. Empty where there is nothing to say. */
export function summaryOf({ book, context, placeOf }: ShownBook, path: string): readonly string[] {
  const { section, id } = splitPath(path);
  return id === null
    ? settingSummary(book, context, section)
    : entrySummary(book, context, section, placeOf(section, id));
}

function entrySummary(
  book: PriceBook,
  context: FormContext,
  list: string,
  place: number,
): readonly string[] {
  const { b, language } = context;
  switch (list) {
    case "substrates": {
      const substrate = book.substrates[place];
      return substrate ? rateSummary(substrate, b) : [];
    }
    case "products": {
      const product = book.products[place];
      if (!product) return [];
      const least = Math.min(...product.cans.map((can) => centsPerGallon(can, product)));
      return [b.sumCans(product.cans.length, dollarsText(least))];
    }
    case "heightBands": {
      const band = book.heightBands[place];
      return band ? [b.sumFromFeet(band.fromFeet.value), ...effects(band, b)] : [];
    }
    case "access":
      return effectsOrUsual(book.access[place], b);
    case "occupancy":
      return effectsOrUsual(book.occupancy[place], b);
    case "conditions":
      return effectsOrUsual(book.conditions[place], b);
    case "colourChanges":
      return effectsOrUsual(book.colourChanges[place], b);
    case "textures":
      return effectsOrUsual(book.textures[place], b);
    case "methods": {
      const method = book.methods[place];
      return method
        ? [b.sumPainting(method.labour.value), `${b.methodWaste} ${method.waste.value}`]
        : [];
    }
    case "primers": {
      const primer = book.primers[place];
      const product = book.products.find(({ key }) => key === primer?.product);
      return primer
        ? [product?.label[language] ?? primer.product, `${primer.percent.value} %`]
        : [];
    }
    case "prepLevels":
      return prepSummary(book.prepLevels[place], b);
    case "prepTasks": {
      const task = book.prepTasks[place];
      return task ? [`${b.taskSqft}: ${task.minutesPer100.sqft.value}`] : [];
    }
    case "options": {
      const option = book.options[place];
      if (!option) return [];
      const years =
        option.warrantyYears === null ? b.optionWarrantyPaint : b.sumYears(option.warrantyYears);
      return [b.sumScopes(option.scopes.length), years];
    }
    case "scopes": {
      const minimum = book.scopes[place]?.minimum;
      return minimum ? [`${b.scopeMinimum} ${dollarsText(minimum.cents)}`] : [];
    }
    case "addOns": {
      const addOn = book.addOns[place];
      const note = addOn && addOnNote(addOn.pay.value, addOn.factor.value, b);
      return note ? [note] : [];
    }
    case "sundries": {
      const rule = book.sundries[place];
      if (!rule) return [];
      if (rule.kind === "per-hour") return [b.sumAnHour(dollarsText(rule.perHour.cents))];
      return rule.kind === "percent-of-paint"
        ? [`${b.sundriesPercent} ${rule.percent.value}`]
        : [`$${dollarsText(rule.cost.cents)}`];
    }
    case "discounts": {
      const discount = book.discounts[place];
      if (!discount) return [];
      const { off, until } = discount;
      const amount =
        off.kind === "percent" ? `${off.percent.value} %` : `$${dollarsText(off.amount.cents)}`;
      return until === null
        ? [amount]
        : [amount, b.sumUntil(context.date(Date.parse(`${until}T12:00`)))];
    }
    case "financing": {
      const plan = book.financing[place];
      return plan ? [`${plan.apr.value} %`, b.sumMonths(plan.months)] : [];
    }
    default:
      return [];
  }
}

function rateSummary(
  { labour, unit }: PriceBook["substrates"][number],
  b: FormContext["b"],
): readonly string[] {
  return labour.byCoats.slice(0, 2).map((curve, index) => {
    const rate = rateText(curve);
    const changes = isCurve(curve) ? "…" : "";
    const unitName = unitWord(unit, b);
    const said =
      labour.kind === "units-per-hour"
        ? b.sumUnitsAnHour(`${rate}${changes}`, unitsWord(unit, b))
        : labour.kind === "hours-per-unit"
          ? b.sumHoursEach(`${rate}${changes}`, unitName)
          : b.sumPaidEach(`${rate}${changes}`, unitName);
    return `${b.rateCoats(index + 1)}: ${said}`;
  });
}

const effects = (band: Multiplier, b: FormContext["b"]): readonly string[] => [
  ...(band.labour ? [b.sumPainting(band.labour.value)] : []),
  ...(band.prep ? [b.sumPrep(band.prep.value)] : []),
  ...(band.paint ? [b.sumPaint(band.paint.value)] : []),
];

function effectsOrUsual(
  band: AreaBand | Multiplier | undefined,
  b: FormContext["b"],
): readonly string[] {
  if (!band) return [];
  const said = effects(band, b);
  return said.length > 0 ? said : [b.sumUsual];
}

function prepSummary(
  level: PriceBook["prepLevels"][number] | undefined,
  b: FormContext["b"],
): readonly string[] {
  switch (level?.how.kind) {
    case "rate":
      return [`${level.how.sqftPerHour.value} ${b.ratePerHour(b.unitSqft)}`];
    case "percent":
      return [`${level.how.labour.value} %`];
    case "tasks":
      return [b.prepTasks];
    case "none":
      return [b.prepNone];
    case undefined:
      return [];
  }
}

function settingSummary(book: PriceBook, context: FormContext, setting: string): readonly string[] {
  const { b, language } = context;
  switch (setting) {
    case "name":
      return [book.name[language]];
    case "labour": {
      const { wage, load, crewSize } = book.labour;
      const loaded = Number(scaledText(load.value, wage.cents, 1, 0) ?? "0");
      return [b.labourLoaded(dollarsText(loaded)), `${b.labourCrewSize}: ${crewSize.value}`];
    }
    case "openings":
      return [
        `${b.openingsDoor} ${book.openings.door.value}`,
        `${b.openingsWindow} ${book.openings.window.value}`,
      ];
    case "paintPooling":
      return [book.paintPooling === "job" ? b.poolingJob : b.poolingScope];
    case "profit": {
      const { kind, percent } = book.profit.labour;
      const first = isCurve(percent)
        ? percent.kind === "steps"
          ? (percent.steps[0]?.value ?? "")
          : (percent.points[0]?.value ?? "")
        : percent.value;
      return [kind === "margin" ? b.sumMarginOnLabour(first) : b.sumMarkupOnLabour(first)];
    }
    case "minimumCharge":
      return [`$${dollarsText(book.minimumCharge.cents)}`];
    case "leadSafe":
      return [book.leadSafe ? b.sumPainting(book.leadSafe.factor.value) : b.leadNone];
    case "listDiscount":
      return [book.listDiscount ? `${book.listDiscount.value} %` : b.listDiscountNone];
    case "salesTax": {
      const { states, otherwise } = book.salesTax;
      return otherwise.kind === "none" && states.length === 0
        ? [b.taxNone]
        : [b.sumStates(states.length)];
    }
    case "payments": {
      const { deposit, final } = book.payments;
      return [
        deposit
          ? `${labelOf(deposit)?.[language] ?? b.payDeposit} ${deposit.percent.value} %`
          : final.label[language],
      ];
    }
    case "hints":
      return book.hints.length === 0 ? [b.hintNone] : [b.sumQuestions(book.hints.length)];
    default:
      return [];
  }
}
