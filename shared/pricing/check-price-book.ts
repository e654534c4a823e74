import type * as z from "zod/mini";
import { key as keySchema, localisedSchema, type Localised } from "./book/numbers.ts";
import { leafOf } from "./check-leaf.ts";
import {
  checkFinancing,
  checkLabour,
  checkLeadSafe,
  checkPayments,
  checkProfits,
  checkSalesTax,
} from "./check-money.ts";
import {
  checkAddOn,
  checkHints,
  checkOption,
  checkSundries,
  productCheck,
} from "./check-products.ts";
import { fits, fitsAsList } from "./check-shape.ts";
import {
  checkMethod,
  checkPrepLevel,
  checkPrimer,
  checkSubstrate,
  heightBandCheck,
} from "./check-substrates.ts";
import { isKeyedList, isMembers, knownKeys, type Members } from "./known-keys.ts";
import { PRICE_BOOK_FORMAT, type PriceBook, priceBookSchema } from "./price-book.ts";
import type { PriceBookFault } from "./price-book-fault.ts";
import { Walk } from "./walk.ts";

/** As many as anybody reads: what is wrong more often than that is wrong in one way. */
const MAX_FAULTS = 50;

/** Reads one part of a document and says what is wrong with it. */
type Part = (document: Members, walk: Walk) => void;
/** What is to be said of an entry or setting that has the right shape. */
type Rule<T> = (value: T, walk: Walk) => void;

function setting<S extends z.ZodMiniType>(name: string, schema: S, rule?: Rule<z.infer<S>>): Part {
  return (document, walk) => {
    walk.place = name;
    const value = document[name];
    if (fits(schema, value, walk)) rule?.(value, walk);
  };
}

/** What an entry is called, if it is called anything. */
function labelOf(entry: unknown): Localised | null {
  if (!isMembers(entry)) return null;
  const { label } = entry;
  return isLocalised(label) ? label : null;
}

const keyProblem = leafOf(keySchema);
const textProblem = leafOf(localisedSchema.shape.en);
const isLocalised = (value: unknown): value is Localised =>
  isMembers(value) && textProblem(value["en"]) === null && textProblem(value["es"]) === null;

/**
 * @param ruleOf for each reading of the list anew: rules may remember the entries before.
 */
function list<S extends z.ZodMiniType>(
  name: string,
  schema: z.ZodMiniArray<S>,
  ruleOf?: () => Rule<z.infer<S>>,
): Part {
  const { element } = schema.def;
  const isKeyed = isKeyedList(name);
  return (document, walk) => {
    walk.place = name;
    const entries = document[name];
    if (!fitsAsList(schema, entries, walk)) return;
    const rule = ruleOf?.();
    const taken = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      if (walk.isFull) return;
      const key = isKeyed && isMembers(entry) ? entry["key"] : undefined;
      const isTaken = typeof key === "string" && taken.has(key);
      const isName = typeof key === "string" && !isTaken && keyProblem(key) === null;
      walk.place = `${name}/${isName ? key : index}`;
      walk.entry = labelOf(entry);
      if (isTaken) walk.say("duplicate_key", key, "", "key");
      if (typeof key === "string") taken.add(key);
      if (fits(element, entry, walk)) rule?.(entry, walk);
    }
    walk.entry = null;
  };
}

const { shape } = priceBookSchema;

/** In the order of the document, which is that of the screens. */
const parts: readonly Part[] = [
  setting("id", shape.id),
  setting("version", shape.version),
  setting("name", shape.name),
  setting("isExample", shape.isExample),
  setting("currency", shape.currency),
  setting("sources", shape.sources),
  setting("labour", shape.labour, checkLabour),
  setting("openings", shape.openings),
  list("colourSlots", shape.colourSlots),
  list("sheens", shape.sheens),
  list("scopes", shape.scopes),
  list("colours", shape.colours),
  list("substrates", shape.substrates, () => checkSubstrate),
  list("heightBands", shape.heightBands, heightBandCheck),
  list("access", shape.access),
  list("occupancy", shape.occupancy),
  list("conditions", shape.conditions),
  list("colourChanges", shape.colourChanges),
  list("textures", shape.textures),
  list("methods", shape.methods, () => checkMethod),
  list("primers", shape.primers, () => checkPrimer),
  list("prepTasks", shape.prepTasks),
  list("prepLevels", shape.prepLevels, () => checkPrepLevel),
  list("products", shape.products, productCheck),
  setting("paintPooling", shape.paintPooling),
  list("sundries", shape.sundries, () => checkSundries),
  list("addOns", shape.addOns, () => checkAddOn),
  setting("profit", shape.profit, checkProfits),
  setting("minimumCharge", shape.minimumCharge),
  setting("leadSafe", shape.leadSafe, checkLeadSafe),
  setting("listDiscount", shape.listDiscount),
  list("discounts", shape.discounts),
  setting("salesTax", shape.salesTax, checkSalesTax),
  setting("payments", shape.payments, checkPayments),
  list("financing", shape.financing, () => checkFinancing),
  list("options", shape.options, () => checkOption),
  setting("hints", shape.hints, checkHints),
];

function sayUnknownMembers(document: Members, walk: Walk): void {
  walk.place = "";
  for (const name of Object.keys(document)) {
    if (walk.isFull) return;
    if (!Object.hasOwn(shape, name)) walk.say("unknown_field", name);
  }
}

function read(value: unknown, walk: Walk): void {
  if (!isMembers(value)) return walk.say("not_an_object", value);
  if (value["format"] !== PRICE_BOOK_FORMAT) {
    walk.place = "format";
    return walk.say("format_unknown", value["format"], `1, ${PRICE_BOOK_FORMAT}`);
  }
  for (const part of parts) {
    if (walk.isFull) return;
    part(value, walk);
  }
  sayUnknownMembers(value, walk);
}

/** Nothing wrong with it means that it is one: hostile.test.ts holds the walk against the schema. */
function isPriceBook(value: unknown, walk: Walk): value is PriceBook {
  read(value, walk);
  return walk.faults.length === 0;
}

const begin = (value: unknown, most: number): Walk =>
  new Walk(knownKeys(isMembers(value) ? value : {}), most);

/**
 * What is wrong with a price book: its shape, its numbers, what it refers to. What has no faults can be priced
 * with. Takes a time bounded by the limits of the lists, whatever it is given; never throws for JSON.
 *
 * @param value a document of format 2, parsed; older ones go through upgrade-price-book.ts first.
 * @returns the first fifty faults in the order of the document.
 */
export function checkPriceBook(value: unknown): readonly PriceBookFault[] {
  const walk = begin(value, MAX_FAULTS);
  read(value, walk);
  return walk.faults;
}

export type ReadPriceBook =
  | { readonly ok: true; readonly value: PriceBook }
  | { readonly ok: false; readonly error: PriceBookFault };

/** A parsed document as the price book that it is, or the first thing that is wrong with it. */
export function readPriceBook(value: unknown): ReadPriceBook {
  const walk = begin(value, 1);
  return isPriceBook(value, walk) ? { ok: true, value } : { ok: false, error: walk.first };
}
