import type {
  EntryKind,
  HeightBand,
  Localised,
  Multiplier,
  Named,
  PrepLevel,
  PriceBook,
  Product,
  Sourced,
  SourcedCents,
  Substrate,
} from "./price-book.ts";
import { entered } from "./traced.ts";
import type { EntryReference, Trace, TraceKey, Unit } from "./trace.ts";

/** A price book with its lists looked up by key. */
export interface CompiledBook {
  readonly book: PriceBook;
  readonly substrates: ReadonlyMap<string, Substrate>;
  readonly products: ReadonlyMap<string, Product>;
  readonly prepLevels: ReadonlyMap<string, PrepLevel>;
  readonly access: ReadonlyMap<string, Multiplier>;
  readonly occupancy: ReadonlyMap<string, Multiplier>;
  readonly colourSlots: ReadonlyMap<string, Named>;
  readonly sheens: ReadonlyMap<string, Named>;
  /** Lowest first. */
  readonly heightBands: readonly HeightBand[];
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
    access: byKey(book.access),
    occupancy: byKey(book.occupancy),
    colourSlots: byKey(book.colourSlots),
    sheens: byKey(book.sheens),
    heightBands: book.heightBands.toSorted(
      (one, other) => Number(one.fromFeet.value) - Number(other.fromFeet.value),
    ),
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
  number: { readonly source: string },
): EntryReference {
  const { kind, key, label, includes } = name;
  return { kind, key, label, includes, source: book.sources[number.source] ?? number.source };
}

const leaves = new WeakMap<Sourced | SourcedCents, Trace>();

/**
 * A number of the book as a leaf of a trace, with its source in plain words. The same leaf for the same
 * number: hundreds of surfaces share a few dozen of them.
 */
export function fromBook(
  book: CompiledBook,
  key: TraceKey,
  unit: Unit,
  number: Sourced | SourcedCents,
  name: EntryName,
): Trace {
  const known = leaves.get(number);
  if (known?.key === key && known.entry?.kind === name.kind && known.entry.key === name.key) {
    return known;
  }
  const leaf = entered(key, unit, number, referenceTo(book, name, number));
  leaves.set(number, leaf);
  return leaf;
}

/** Labels of the entries that are single settings and have no label of their own. */
export const settingLabels = {
  labour: { en: "Labour", es: "Mano de obra" },
  door: { en: "Door", es: "Puerta" },
  window: { en: "Window", es: "Ventana" },
  paint: { en: "Paint", es: "Pintura" },
  sundries: { en: "Sundries", es: "Materiales menores" },
  items: { en: "Items", es: "Partidas" },
  minimum: { en: "Minimum charge", es: "Cargo mínimo" },
} as const satisfies Readonly<Record<string, Localised>>;
