import type { areaKinds, Fields } from "../estimate/entities.ts";
import { PREP_BY_OPTION } from "./choice-keys.ts";
import type { PriceBook } from "./price-book.ts";

type AreaKind = (typeof areaKinds)[number];
/** The fields of a new surface but for where it belongs. */
export type NewSurface = Omit<Fields<"surface">, "estimateId" | "areaId" | "order">;

/** The surfaces a new room or side is born with, in the price book's order. */
export const defaultSurfaces = (book: PriceBook, kind: AreaKind): readonly NewSurface[] =>
  book.substrates
    .filter((substrate) => substrate.appliesTo.includes(kind) && substrate.born !== "absent")
    .map(({ key, born }) => newSurface(key, born === "painted"));

/** A surface that leaves every choice to good / better / best or to the book, and its quantity to the dimensions. */
export const newSurface = (substrate: string, painted: boolean): NewSurface => ({
  substrate,
  painted,
  coats: null,
  quantity: null,
  prep: PREP_BY_OPTION,
  prepHours: null,
  prepTasks: "",
  product: "",
  sheen: "",
  method: "",
  primer: "",
  condition: "",
  colourChange: "",
  texture: "",
  colour: "",
});

/** The access and occupancy a new area is born with: the first of each list in the price book. */
export const defaultCircumstances = (
  book: PriceBook,
): Pick<Fields<"area">, "access" | "occupancy"> => ({
  access: book.access[0]?.key ?? "normal",
  occupancy: book.occupancy[0]?.key ?? "normal",
});
