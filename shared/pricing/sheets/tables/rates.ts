import type { RateCurve } from "../../book/numbers.ts";
import type { PriceBook } from "../../price-book.ts";
import {
  areaKinds,
  born,
  curveShapes,
  labourKinds,
  multipliers,
  paintKinds,
  prepUnits,
  quantities,
  rateBases,
  units,
} from "../choices.ts";
import {
  choiceColumn,
  choicesColumn,
  type Column,
  includesColumns,
  keyColumn,
  markColumn,
  nameColumns,
  numberColumn,
  refColumn,
  sourceColumn,
  type Table,
} from "../column.ts";
import { curveRows, isBent } from "../curve-rows.ts";

const COATS = [1, 2, 3, 4] as const;

const coatsEn = (coats: number): string => (coats === 1 ? "1 coat" : `${coats} coats`);
const coatsEs = (coats: number): string => (coats === 1 ? "1 mano" : `${coats} manos`);

const rateColumns: readonly Column[] = COATS.map((coats) =>
  numberColumn(`labour.byCoats.${coats - 1}`, coatsEn(coats), coatsEs(coats), "rate"),
);
const rateSources: readonly Column[] = COATS.map((coats) =>
  sourceColumn(
    `labour.byCoats.${coats - 1}.source`,
    `Source of ${coatsEn(coats)}`,
    `Fuente de ${coatsEs(coats)}`,
  ),
);

/** How fast each surface is painted: one row a surface. */
export const rates: Table = {
  id: "rates",
  name: { en: "Rates", es: "Rendimientos" },
  frozen: 2,
  most: 1000,
  holds: ["substrates"],
  rows: ({ substrates }) => substrates,
  columns: [
    keyColumn(),
    ...nameColumns,
    choicesColumn("appliesTo", "Where", "Dónde", areaKinds),
    choiceColumn("unit", "Counted in", "Se cuenta en", units),
    choiceColumn("labour.kind", "Rate is", "El rendimiento es", labourKinds),
    ...rateColumns,
    choiceColumn("paint.kind", "Paint by", "La pintura por", paintKinds),
    numberColumn("paint.unitsPerGallon.value", "Units a gallon", "Unidades por galón", "decimal", {
      when: { at: "paint.kind", is: ["spread"] },
    }),
    numberColumn("paint.gallons.value", "Gallons a unit", "Galones por unidad", "decimal", {
      when: { at: "paint.kind", is: ["gallons-per-unit"] },
    }),
    refColumn("scope", "Scope", "Partida", "scopes"),
    refColumn("colourSlot", "Color place", "Lugar de color", "colourSlots"),
    refColumn("method", "Method", "Método", "methods"),
    choiceColumn("born", "In a new area", "En un área nueva", born),
    choiceColumn("quantity.kind", "Measured by", "Se mide por", quantities, { width: 24 }),
    numberColumn("quantity.depth.value", "Depth, ft", "Fondo, pies", "decimal", {
      when: { at: "quantity.kind", is: ["strip"] },
    }),
    numberColumn("quantity.count.value", "How many", "Cuántas", "decimal", {
      when: { at: "quantity.kind", is: ["count"] },
    }),
    choiceColumn("prep.basis", "Prep counted in", "Preparación en", prepUnits, { width: 12 }),
    numberColumn("prep.perUnit.value", "Prep a unit", "Preparación por unidad", "decimal"),
    ...Object.entries(multipliers).map(([kind, { en, es }]) =>
      markColumn("multipliers", kind, `× ${en}`, `× ${es}`),
    ),
    ...includesColumns,
    ...rateSources,
    sourceColumn(
      "paint.unitsPerGallon.source",
      "Source of units a gallon",
      "Fuente de unidades por galón",
    ),
    sourceColumn(
      "paint.gallons.source",
      "Source of gallons a unit",
      "Fuente de galones por unidad",
    ),
    sourceColumn("quantity.depth.source", "Source of depth", "Fuente del fondo"),
    sourceColumn("quantity.count.source", "Source of how many", "Fuente de cuántas"),
    sourceColumn("prep.perUnit.source", "Source of prep a unit", "Fuente de la preparación"),
  ],
};

/** A rate that changes with quantity and the surface it belongs to. */
interface RateCurveOf {
  readonly surface: string;
  readonly coats: number;
  readonly curve: Extract<RateCurve, { readonly kind: string }>;
}

const rateCurves = ({ substrates }: PriceBook): readonly RateCurveOf[] =>
  substrates.flatMap(({ key, labour }) =>
    labour.byCoats.flatMap((curve, index) =>
      isBent(curve) ? [{ surface: key, coats: index + 1, curve }] : [],
    ),
  );

/** The steps and points of rates that change with quantity: one row each. */
export const curves: Table = {
  id: "curves",
  name: { en: "Curves", es: "Curvas" },
  frozen: 2,
  most: 160_000,
  holds: [],
  rows: (book) =>
    rateCurves(book).flatMap(({ surface, coats, curve }) =>
      curveRows(curve).map((row) => ({ "@surface": surface, "@coats": coats, ...row })),
    ),
  columns: [
    refColumn("@surface", "Surface", "Superficie", "substrates"),
    numberColumn("@coats", "Coats", "Manos", "whole"),
    choiceColumn("@shape", "Shape", "Forma", curveShapes),
    choiceColumn("@by", "Goes by", "Depende de", rateBases, { width: 28 }),
    numberColumn("@from", "From", "Desde", "decimal"),
    numberColumn("@value", "Rate", "Rendimiento", "decimal"),
    numberColumn("@floor", "Never below", "Nunca menos", "decimal", {
      when: { at: "@shape", is: ["line"] },
    }),
  ],
};
