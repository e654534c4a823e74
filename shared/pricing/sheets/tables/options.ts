import { areaKinds, hintKinds } from "../choices.ts";
import {
  choiceColumn,
  keyColumn,
  longTextColumn,
  nameColumns,
  numberColumn,
  refColumn,
  refsColumn,
  sourceColumn,
  type Table,
} from "../column.ts";

export const options: Table = {
  id: "options",
  name: { en: "Options", es: "Opciones" },
  frozen: 2,
  most: 12,
  holds: ["options"],
  rows: (book) => book.options,
  columns: [
    keyColumn(),
    ...nameColumns,
    numberColumn("warrantyYears", "Warranty, years", "Garantía, años", "whole", { empty: "null" }),
    sourceColumn("source", "Source", "Fuente", true),
  ],
};

export const optionScopes: Table = {
  id: "option-scopes",
  name: { en: "Option scopes", es: "Partidas de opciones" },
  frozen: 2,
  most: 1200,
  holds: [],
  rows: (book) =>
    book.options.flatMap(({ key, scopes: all }) =>
      all.map((choice) => ({ "@option": key, ...choice })),
    ),
  columns: [
    refColumn("@option", "Option", "Opción", "options"),
    refColumn("scope", "Scope", "Partida", "scopes"),
    refColumn("product", "Product", "Producto", "products"),
    refColumn("sheen", "Sheen", "Acabado", "sheens"),
    numberColumn("coats", "Coats", "Manos", "whole"),
    refColumn("prep", "Prep level", "Nivel de preparación", "prepLevels"),
    refColumn("method", "Method", "Método", "methods"),
    refColumn("primer", "Primer", "Imprimador", "primers"),
  ],
};

export const scopes: Table = {
  id: "scopes",
  name: { en: "Scopes", es: "Partidas" },
  frozen: 2,
  most: 100,
  holds: ["scopes"],
  rows: (book) => book.scopes,
  columns: [
    keyColumn(),
    ...nameColumns,
    numberColumn("minimum.cents", "At the least", "Al menos", "dollars"),
    sourceColumn("minimum.source"),
  ],
};

const isKind = (...is: readonly string[]) => ({ at: "kind", is });

export const hints: Table = {
  id: "hints",
  name: { en: "Questions", es: "Preguntas" },
  frozen: 1,
  most: 200,
  holds: ["hints"],
  rows: (book) => book.hints,
  columns: [
    choiceColumn("kind", "Ask when", "Preguntar cuando", hintKinds, { width: 28 }),
    choiceColumn("areaKind", "Where", "Dónde", areaKinds, {
      when: isKind("undecided", "high-access"),
      width: 12,
    }),
    refColumn("substrate", "Surface", "Superficie", "substrates", {
      when: isKind("undecided", "companion"),
    }),
    refsColumn("companions", "Companions", "Compañeras", "substrates", {
      when: isKind("companion"),
    }),
    refColumn("colourChange", "Color change", "Cambio de color", "colourChanges", {
      when: isKind("primer"),
    }),
    numberColumn("overFeet.value", "Higher than, ft", "Más alto que, pies", "decimal", {
      when: isKind("high-access"),
    }),
    sourceColumn("overFeet.source"),
  ],
};

/** Where numbers come from: the key, which other sheets name, and the words. */
export const sources: Table = {
  id: "sources",
  name: { en: "Sources", es: "Fuentes" },
  frozen: 1,
  most: 2000,
  holds: ["sources"],
  rows: (book) =>
    Object.entries(book.sources).map(([key, words]) => ({ "@key": key, "@text": words })),
  columns: [keyColumn("@key"), longTextColumn("@text", "In plain words", "En palabras sencillas")],
};
