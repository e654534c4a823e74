import { type Exact, exact } from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import type { Localised, Sourced, SourcedCents } from "./book/numbers.ts";
import type { AddOn } from "./book/money.ts";
import type { Product } from "./book/paint.ts";
import type { Substrate } from "./book/substrate.ts";
import type {
  AreaBand,
  HeightBand,
  Method,
  Multiplier,
  PrepLevel,
  PrepTask,
  Primer,
} from "./book/work.ts";
import type { EntryKind, Named, PriceBook, Scope } from "./price-book.ts";
import { entered } from "./traced.ts";
import type { EntryReference, Trace, TraceKey, Unit } from "./trace.ts";

/** A price book with its lists looked up by key. */
export interface CompiledBook {
  readonly book: PriceBook;
  readonly substrates: ReadonlyMap<string, Substrate>;
  readonly products: ReadonlyMap<string, Product>;
  readonly prepLevels: ReadonlyMap<string, PrepLevel>;
  readonly prepTasks: ReadonlyMap<string, PrepTask>;
  readonly methods: ReadonlyMap<string, Method>;
  readonly primers: ReadonlyMap<string, Primer>;
  readonly access: ReadonlyMap<string, AreaBand>;
  readonly occupancy: ReadonlyMap<string, AreaBand>;
  readonly conditions: ReadonlyMap<string, Multiplier>;
  readonly colourChanges: ReadonlyMap<string, Multiplier>;
  readonly textures: ReadonlyMap<string, Multiplier>;
  readonly addOns: ReadonlyMap<string, AddOn>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly colourSlots: ReadonlyMap<string, Named>;
  readonly sheens: ReadonlyMap<string, Named>;
  /** Lowest first. */
  readonly heightBands: readonly CompiledBand[];
  /** Leaves of traces by the number they stand for. */
  readonly leaves: WeakMap<object, Trace>;
  /** Spread rates of products on substrates, as they are asked for. */
  readonly spreads: Map<Substrate, Map<Product, Trace>>;
}

export interface CompiledBand {
  readonly band: HeightBand;
  readonly from: Exact;
}

const byKey = <T extends { readonly key: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [entry.key, entry]));

const compiled = new WeakMap<PriceBook, CompiledBook>();

/** Looks a book's lists up once: an estimate is priced again at every key the painter presses. */
export function compileBook(book: PriceBook): CompiledBook {
  const known = compiled.get(book);
  if (known !== undefined) return known;
  const result: CompiledBook = {
    book,
    substrates: byKey(book.substrates),
    products: byKey(book.products),
    prepLevels: byKey(book.prepLevels),
    prepTasks: byKey(book.prepTasks),
    methods: byKey(book.methods),
    primers: byKey(book.primers),
    access: byKey(book.access),
    occupancy: byKey(book.occupancy),
    conditions: byKey(book.conditions),
    colourChanges: byKey(book.colourChanges),
    textures: byKey(book.textures),
    addOns: byKey(book.addOns),
    scopes: byKey(book.scopes),
    colourSlots: byKey(book.colourSlots),
    sheens: byKey(book.sheens),
    heightBands: book.heightBands
      .map((band) => ({ band, from: decimalToExact(band.fromFeet.value) }))
      .toSorted(
        (one, other) => Number(one.band.fromFeet.value) - Number(other.band.fromFeet.value),
      ),
    leaves: new WeakMap(),
    spreads: new Map(),
  };
  compiled.set(book, result);
  return result;
}

/** An entry of the book as traces name it. */
export interface EntryName {
  readonly kind: EntryKind;
  readonly key: string;
  readonly label: Localised;
  readonly includes?: Localised | undefined;
}

export function referenceTo(
  { book }: CompiledBook,
  name: EntryName,
  source: string,
): EntryReference {
  const { kind, key, label, includes } = name;
  return { kind, key, label, includes, source: book.sources[source] ?? source };
}

const valueOf = (number: Sourced | SourcedCents): Exact =>
  "cents" in number ? exact(number.cents) : decimalToExact(number.value);

/**
 * A number of the book as a leaf of a trace, with its source in plain words: the same leaf for the same number,
 * because hundreds of surfaces share a few dozen of them.
 */
export function fromBook(
  book: CompiledBook,
  key: TraceKey,
  unit: Unit,
  number: Sourced | SourcedCents,
  name: EntryName,
): Trace {
  const known = book.leaves.get(number);
  if (known?.key === key) return known;
  const leaf = entered(key, unit, valueOf(number), referenceTo(book, name, number.source));
  book.leaves.set(number, leaf);
  return leaf;
}

/** Labels of the entries that are single settings and have no label of their own. */
export const settingLabels = {
  labour: { en: "Labour", es: "Mano de obra" },
  door: { en: "Door", es: "Puerta" },
  window: { en: "Window", es: "Ventana" },
  paint: { en: "Paint", es: "Pintura" },
  sundries: { en: "Sundries", es: "Materiales menores" },
  charges: { en: "Charges", es: "Recargos" },
  items: { en: "Items", es: "Partidas" },
  minimum: { en: "Minimum charge", es: "Cargo mínimo" },
  leadSafe: { en: "Lead-safe work", es: "Trabajo seguro con plomo" },
  trip: { en: "Trip", es: "Traslado" },
  list: { en: "List price", es: "Precio de lista" },
  tax: { en: "Sales tax", es: "Impuesto sobre ventas" },
} as const satisfies Readonly<Record<string, Localised>>;
