import {
  type BookList,
  entriesOf,
  freeId,
  slug,
} from "../../../../shared/pricing/edit/book-sections.ts";
import { isObject, withValueAt } from "../../../../shared/pricing/edit/json.ts";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import { usualSource } from "./form-fields.ts";

/** A new entry with the key that it is called by for good. */
export interface NewEntry {
  readonly id: string;
  readonly value: unknown;
}

/** Lists that have no entry that a new one could not be made without. */
export function newEntry(book: PriceBook, list: BookList, label: string): NewEntry | null {
  const value = blank(book, list);
  return value === null ? null : named(book, list, value, label);
}

/** The same entry once more, to be changed: its label says so. */
export function copyOf(
  book: PriceBook,
  list: BookList,
  value: unknown,
  label: (text: string) => string,
): NewEntry {
  const words = isObject(value) && isObject(value["label"]) ? value["label"] : null;
  const english = words ? String(words["en"]) : isObject(value) ? String(value["name"]) : "";
  const copy = words
    ? withValueAt(value, "label", {
        en: label(english).slice(0, 400),
        es: label(String(words["es"])).slice(0, 400),
      })
    : withValueAt(value, "name", label(english).slice(0, 80));
  return keyed(book, list, copy, label(english));
}

function named(book: PriceBook, list: BookList, value: object, label: string): NewEntry {
  const whole =
    list === "colours" ? { ...value, name: label } : { ...value, label: { en: label, es: label } };
  return keyed(book, list, whole, label);
}

function keyed(book: PriceBook, list: BookList, value: unknown, label: string): NewEntry {
  const taken = new Set(entriesOf(book, list).map(({ id }) => id));
  const code = isObject(value) && list === "colours" ? String(value["code"]) : "";
  const name = slug(`${label} ${code}`).replace(/^[^a-z]+/, "");
  const id = freeId(name || "entry", taken);
  return { id, value: list === "colours" ? value : withValueAt(value, "key", id) };
}

function blank(book: PriceBook, list: BookList): object | null {
  const source = usualSource(book);
  const number = (value: string) => ({ value, source });
  const cents = (amount: number) => ({ cents: amount, source });
  const nothing = { en: "", es: "" };
  const [product] = book.products;
  switch (list) {
    case "scopes":
    case "colourSlots":
    case "sheens":
    case "access":
    case "occupancy":
    case "conditions":
    case "colourChanges":
    case "textures":
      return {};
    case "colours":
      return { code: "", hex: "#d9d4c7" };
    case "heightBands":
      return { appliesTo: ["room"], fromFeet: number("20"), labour: number("1.25") };
    case "methods":
      return { waste: number("10"), labour: number("1") };
    case "prepTasks":
      return { includes: nothing, minutesPer100: { sqft: number("10"), lf: number("10") } };
    case "prepLevels":
      return { includes: nothing, how: { kind: "none" } };
    case "primers":
      return product
        ? {
            product: product.key,
            sheen: product.sheens[0],
            percent: number("100"),
            labour: number("100"),
          }
        : null;
    case "products":
      return product
        ? { ...product, spreads: [], cans: product.cans.map((can) => ({ ...can })) }
        : null;
    case "substrates":
      return book.substrates[0] ?? null;
    case "options":
      return book.options.at(-1) ?? null;
    case "addOns":
      return { unit: "each", pay: number("45"), factor: number("0.45") };
    case "sundries":
      return { kind: "per-hour", perHour: cents(1_00) };
    case "discounts":
      return { off: { kind: "percent", percent: number("5") }, until: null };
    case "financing":
      return { apr: number("9.9"), months: 36, minimum: cents(2_000_00) };
  }
}
