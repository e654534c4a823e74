import {
  colourColumn,
  keyColumn,
  nameColumns,
  numberColumn,
  refColumn,
  refsColumn,
  sourceColumn,
  type Table,
  textColumn,
} from "../column.ts";

export const products: Table = {
  id: "products",
  name: { en: "Products", es: "Productos" },
  frozen: 2,
  most: 1000,
  holds: ["products"],
  rows: (book) => book.products,
  columns: [
    keyColumn(),
    ...nameColumns,
    refsColumn("sheens", "Sheens", "Acabados", "sheens", { width: 44 }),
    numberColumn("warrantyYears", "Warranty, years", "Garantía, años", "whole"),
    numberColumn(
      "coverage.value",
      "Covers, times the usual",
      "Rinde, por lo de siempre",
      "decimal",
    ),
    numberColumn("uplift.value", "Tax and delivery", "Impuesto y entrega", "percent"),
    sourceColumn("coverage.source", "Source of covers", "Fuente de rinde"),
    sourceColumn("uplift.source", "Source of tax and delivery", "Fuente de impuesto y entrega"),
  ],
};

export const cans: Table = {
  id: "cans",
  name: { en: "Cans", es: "Latas" },
  frozen: 2,
  most: 5000,
  holds: [],
  groupedBy: "@product",
  rows: (book) =>
    book.products.flatMap(({ key, cans: all }) => all.map((can) => ({ "@product": key, ...can }))),
  columns: [
    refColumn("@product", "Product", "Producto", "products"),
    keyColumn("size", "Can", "Lata", { width: 14 }),
    textColumn("label.en", "Name", "Nombre en inglés", { width: 20 }),
    textColumn("label.es", "Name in Spanish", "Nombre", { width: 20 }),
    numberColumn("fluidOunces.value", "Fluid ounces in it", "Onzas líquidas que trae", "decimal"),
    numberColumn("cost.cents", "Price", "Precio", "dollars"),
    sourceColumn("fluidOunces.source", "Source of ounces", "Fuente de onzas"),
    sourceColumn("cost.source", "Source of price", "Fuente del precio"),
  ],
};

export const spreads: Table = {
  id: "spreads",
  name: { en: "Spread rates", es: "Lo que rinde" },
  frozen: 3,
  most: 200_000,
  holds: [],
  rows: (book) =>
    book.products.flatMap(({ key, spreads: all }) =>
      all.map((spread) => ({ "@product": key, ...spread })),
    ),
  columns: [
    refColumn("@product", "Product", "Producto", "products"),
    refColumn("substrate", "Surface", "Superficie", "substrates"),
    refColumn("texture", "Only on texture", "Solo en textura", "textures"),
    numberColumn("unitsPerGallon.value", "Units a gallon", "Unidades por galón", "decimal"),
    sourceColumn("unitsPerGallon.source"),
  ],
};

export const colours: Table = {
  id: "colours",
  name: { en: "Colors", es: "Colores" },
  frozen: 1,
  most: 5000,
  holds: ["colours"],
  rows: (book) => book.colours,
  columns: [
    textColumn("name", "Name", "Nombre", { width: 30 }),
    textColumn("code", "Code", "Código", { width: 16 }),
    colourColumn("hex", "On the screen", "En la pantalla"),
  ],
};

const names = (id: string, list: "colourSlots" | "sheens", en: string, es: string): Table => ({
  id,
  name: { en, es },
  frozen: 2,
  most: 100,
  holds: [list],
  rows: (book) => book[list],
  columns: [keyColumn(), ...nameColumns],
});

export const colourSlots = names("colour-slots", "colourSlots", "Color places", "Lugares de color");
export const sheens = names("sheens", "sheens", "Sheens", "Acabados");
