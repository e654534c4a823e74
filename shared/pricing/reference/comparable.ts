import { denominator, type Exact, numerator } from "../../exact/exact.ts";
import type { PaintNeed, PricedEstimate, PricedLine, PricedOption } from "../priced-estimate.ts";
import { colourOf } from "./pools.ts";
import { problemText } from "./problems.ts";
import type {
  ReferenceLine,
  ReferenceOption,
  ReferencePaint,
  ReferencePrice,
  ReferenceSurface,
} from "./result.ts";

/** What the engine returns, as the reference would say it. */
export const comparable = ({ options, problems }: PricedEstimate): ReferencePrice => ({
  options: options.map(comparableOption),
  problems: Array.from(new Set(problems.map(problemText))).toSorted(),
});

const exactText = (value: Exact): string => `${numerator(value)}/${denominator(value)}`;
const orNull = (value: Exact | null): string | null => (value === null ? null : exactText(value));

function comparableOption(option: PricedOption): ReferenceOption {
  const { money, hours, cost, implied } = option;
  return {
    key: option.key,
    warrantyYears: option.warrantyYears,
    acceptable: option.acceptable,
    total: String(option.totalCents),
    lines: option.lines.map(comparableLine),
    offers: option.offers.map(comparableLine),
    money: {
      net: String(money.netCents),
      list: String(money.listCents),
      discounts: money.discounts.map(({ key, cents }) => ({ key, cents: String(cents) })),
      subtotal: String(money.subtotalCents),
      tax: money.tax === null || money.tax.cents === 0 ? null : String(money.tax.cents),
      payments: money.payments.map(({ key, cents, cappedBy }) => ({
        key,
        cents: String(cents),
        cappedBy,
      })),
      financing: money.financing.map(({ key, cents }) => ({ key, cents: String(cents) })),
    },
    hours: {
      exact: exactText(hours.exact),
      charged: exactText(hours.charged),
      crewDays: String(hours.crewDays),
    },
    paint: option.paint
      .map(comparablePaint)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    cost: {
      labour: String(cost.labourCents),
      paint: String(cost.paintCents),
      sundries: String(cost.sundriesCents),
      charges: String(cost.chargesCents),
      items: String(cost.itemsCents),
      total: String(cost.totalCents),
      marginPercent: orNull(cost.marginPercent),
      markupPercent: orNull(cost.markupPercent),
    },
    implied: {
      sqft: exactText(implied.sqft),
      centsPerSqft: orNull(implied.centsPerSqft),
      sqftPerHour: orNull(implied.sqftPerHour),
      centsPerCrewDay: orNull(implied.centsPerCrewDay),
    },
  };
}

function comparableLine(line: PricedLine): ReferenceLine {
  const cents = String(line.cents);
  switch (line.kind) {
    case "surface": {
      const surface: ReferenceSurface = {
        quantity: exactText(line.quantity),
        coats: line.coats,
        hours: exactText(line.hours),
        gallons: exactText(line.gallons),
        unitsPerHour: orNull(line.implied.unitsPerHour),
        centsPerUnit: orNull(line.implied.centsPerUnit),
      };
      return { kind: line.kind, id: line.id, cents, surface, item: null };
    }
    case "item":
      return {
        kind: line.kind,
        id: line.id,
        cents,
        surface: null,
        item: { hours: exactText(line.hours), impliedHours: orNull(line.implied.hours) },
      };
    case "set-up":
    case "lead-safe":
    case "trip":
    case "charge":
    case "sundries":
    case "minimum-scope":
    case "minimum":
      // Labels of random price books are distinct, so that they can stand for the entries.
      return { kind: line.kind, id: line.label?.en ?? "", cents, surface: null, item: null };
  }
}

function comparablePaint(need: PaintNeed): ReferencePaint {
  const { colour, scope } = need;
  const plainColour =
    colour.kind === "primer"
      ? "primer"
      : colourOf(
          colour.kind === "named" ? colour.name : "",
          colour.kind === "slot" ? colour.slot : "",
        );
  return {
    key: [need.product.en, need.sheen.en, plainColour, ...(scope === null ? [] : [scope.en])].join(
      " / ",
    ),
    gallons: exactText(need.exactGallons),
    cans: need.cans.map(({ count, size }) => `${count} × ${size}`),
    bought: exactText(need.gallonsBought),
    cost: String(need.costCents),
  };
}
