import type { ProfitRule } from "../../book/money.ts";
import type { PriceBook } from "../../price-book.ts";
import {
  discountKinds,
  paymentKinds,
  profitBases,
  profitKinds,
  profitOn,
  profitShapes,
  sundriesKinds,
  sundriesOf,
  sundriesOnlyIf,
  taxKinds,
  units,
} from "../choices.ts";
import {
  choiceColumn,
  dayColumn,
  keyColumn,
  nameColumns,
  numberColumn,
  refColumn,
  sourceColumn,
  stateColumn,
  type Table,
} from "../column.ts";
import { curveRows, isBent } from "../curve-rows.ts";

export const addOns: Table = {
  id: "add-ons",
  name: { en: "Add-ons", es: "Extras" },
  frozen: 2,
  most: 500,
  holds: ["addOns"],
  rows: (book) => book.addOns,
  columns: [
    keyColumn(),
    ...nameColumns,
    choiceColumn("unit", "Counted in", "Se cuenta en", units, { width: 14 }),
    numberColumn("pay.value", "Paid for one", "Se paga por uno", "dollar-decimal"),
    numberColumn(
      "factor.value",
      "Part of the price that is pay",
      "Parte del precio que es pago",
      "decimal",
    ),
    sourceColumn("pay.source", "Source of pay", "Fuente del pago"),
    sourceColumn("factor.source", "Source of part", "Fuente de la parte"),
  ],
};

const isSundries = (...is: readonly string[]) => ({ when: { at: "kind", is } });

export const sundries: Table = {
  id: "sundries",
  name: { en: "Sundries", es: "Consumibles" },
  frozen: 2,
  most: 100,
  holds: ["sundries"],
  rows: (book) => book.sundries,
  columns: [
    keyColumn(),
    ...nameColumns,
    choiceColumn("kind", "Reckoned by", "Se calcula por", sundriesKinds, { width: 24 }),
    choiceColumn("onlyIf", "Only on", "Solo en", sundriesOnlyIf),
    numberColumn(
      "perHour.cents",
      "For each hour",
      "Por cada hora",
      "dollars",
      isSundries("per-hour"),
    ),
    numberColumn(
      "percent.value",
      "Of the paint",
      "De la pintura",
      "percent",
      isSundries("percent-of-paint"),
    ),
    numberColumn("cost.cents", "Cost of one", "Costo de uno", "dollars", isSundries("per-started")),
    numberColumn(
      "units.value",
      "One for every started",
      "Uno por cada, empezados",
      "decimal",
      isSundries("per-started"),
    ),
    choiceColumn("of", "Of these", "De estos", sundriesOf, isSundries("per-started")),
    numberColumn("minimum", "At least", "Al menos", "whole", isSundries("per-started")),
    sourceColumn("perHour.source", "Source of hour", "Fuente de la hora"),
    sourceColumn("percent.source", "Source of percent", "Fuente del porcentaje"),
    sourceColumn("cost.source", "Source of cost", "Fuente del costo"),
    sourceColumn("units.source", "Source of every", "Fuente de cada"),
  ],
};

/** A profit as rows: one for a plain number, else one for each step or point. */
function profitRows(on: string, product: string | undefined, { kind, percent }: ProfitRule) {
  const head = { "@on": on, "@product": product, "@kind": kind };
  const source = percent.source;
  if (!isBent(percent)) {
    return [{ ...head, "@shape": "plain", "@value": percent.value, "@source": source }];
  }
  return curveRows(percent).map((row) => ({ ...head, ...row, "@source": source }));
}

const allProfits = ({ profit, products }: PriceBook): readonly unknown[] => [
  ...Object.entries(profit).flatMap(([on, rule]) => profitRows(on, undefined, rule)),
  ...products.flatMap(({ key, profit: own }) =>
    own === undefined ? [] : profitRows(`product-${own.on}`, key, own.rule),
  ),
];

const isProfitCurve = { at: "@shape", is: ["steps", "line"] };

export const profits: Table = {
  id: "profits",
  name: { en: "Profit", es: "Ganancia" },
  frozen: 2,
  most: 50_000,
  holds: ["profit"],
  rows: allProfits,
  columns: [
    choiceColumn("@on", "Profit on", "Ganancia sobre", profitOn, { width: 30 }),
    refColumn("@product", "Product", "Producto", "products", {
      when: { at: "@on", is: ["product-paint", "product-surface"] },
    }),
    choiceColumn("@kind", "Reckoned as", "Se calcula como", profitKinds, { width: 14 }),
    choiceColumn("@shape", "Shape", "Forma", profitShapes),
    choiceColumn("@by", "Goes by", "Depende de", profitBases, { when: isProfitCurve, width: 26 }),
    numberColumn("@from", "From", "Desde", "decimal", { when: isProfitCurve }),
    numberColumn("@value", "Percent", "Porcentaje", "percent"),
    numberColumn("@floor", "Never below", "Nunca menos", "percent", {
      when: { at: "@shape", is: ["line"] },
    }),
    sourceColumn("@source", "Source", "Fuente", true),
  ],
};

export const discounts: Table = {
  id: "discounts",
  name: { en: "Discounts", es: "Descuentos" },
  frozen: 2,
  most: 100,
  holds: ["discounts"],
  rows: (book) => book.discounts,
  columns: [
    keyColumn(),
    ...nameColumns,
    choiceColumn("off.kind", "Reckoned as", "Se calcula como", discountKinds, { width: 14 }),
    numberColumn("off.percent.value", "Percent off", "Porcentaje menos", "percent", {
      when: { at: "off.kind", is: ["percent"] },
    }),
    numberColumn("off.amount.cents", "Dollars off", "Dólares menos", "dollars", {
      when: { at: "off.kind", is: ["amount"] },
    }),
    dayColumn("until", "Last day", "Último día", { empty: "null" }),
    sourceColumn("off.percent.source", "Source of percent", "Fuente del porcentaje"),
    sourceColumn("off.amount.source", "Source of dollars", "Fuente de los dólares"),
  ],
};

/** No tax has a source of its own; any other has that of its percentage: both stand in one column. */
const taxRow = (state: unknown, rule: PriceBook["salesTax"]["otherwise"]) => ({
  "@state": state,
  kind: rule.kind,
  percent: rule.kind === "none" ? { source: rule.source } : rule.percent,
});

/** @param elsewhere what stands instead of a state. */
export const taxes = (elsewhere: string): Table => ({
  id: "taxes",
  name: { en: "Sales tax", es: "Impuesto de venta" },
  frozen: 1,
  most: 62,
  holds: ["salesTax"],
  rows: ({ salesTax }) => [
    ...salesTax.states.map(({ state, rule }) => taxRow(state, rule)),
    taxRow(elsewhere, salesTax.otherwise),
  ],
  columns: [
    stateColumn("@state", 18),
    choiceColumn("kind", "Tax", "Impuesto", taxKinds, { width: 24 }),
    numberColumn("percent.value", "Percent", "Porcentaje", "percent", {
      when: { at: "kind", is: ["total", "materials"] },
    }),
    sourceColumn("percent.source", "Source", "Fuente", true),
  ],
});

export const payments: Table = {
  id: "payments",
  name: { en: "Payments", es: "Pagos" },
  frozen: 1,
  most: 12,
  holds: ["payments"],
  rows: ({ payments: { deposit, draws, final } }) => [
    ...(deposit === null ? [] : [{ "@kind": "deposit", ...deposit }]),
    ...draws.map((draw) => ({ "@kind": "draw", ...draw })),
    { "@kind": "final", ...final },
  ],
  columns: [
    choiceColumn("@kind", "When", "Cuándo", paymentKinds),
    keyColumn("key", "Key", "Clave", { when: { at: "@kind", is: ["draw"] } }),
    ...nameColumns,
    numberColumn("percent.value", "Of the total", "Del total", "percent", {
      when: { at: "@kind", is: ["deposit", "draw"] },
    }),
    sourceColumn("percent.source"),
  ],
};

export const depositCaps: Table = {
  id: "deposit-caps",
  name: { en: "Deposit limits", es: "Límites de anticipo" },
  frozen: 1,
  most: 60,
  holds: [],
  rows: (book) => book.payments.depositCaps,
  columns: [
    stateColumn("state", 12),
    numberColumn("percent.value", "Of the total, at most", "Del total, a lo más", "percent"),
    numberColumn("amount.cents", "At most", "A lo más", "dollars"),
    sourceColumn("source", "Source of the law", "Fuente de la ley", true),
    sourceColumn("percent.source", "Source of percent", "Fuente del porcentaje"),
    sourceColumn("amount.source", "Source of dollars", "Fuente de los dólares"),
  ],
};

export const financing: Table = {
  id: "financing",
  name: { en: "Financing", es: "Financiamiento" },
  frozen: 2,
  most: 50,
  holds: ["financing"],
  rows: (book) => book.financing,
  columns: [
    keyColumn(),
    ...nameColumns,
    numberColumn("apr.value", "Interest a year", "Interés al año", "percent"),
    numberColumn("months", "Months", "Meses", "whole"),
    numberColumn("minimum.cents", "From a total of", "Desde un total de", "dollars"),
    sourceColumn("apr.source", "Source of interest", "Fuente del interés"),
    sourceColumn("minimum.source", "Source of total", "Fuente del total"),
  ],
};
