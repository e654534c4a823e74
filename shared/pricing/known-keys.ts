import { limitsOf } from "./check-leaf.ts";
import { priceBookSchema } from "./price-book.ts";

/** The lists whose entries are looked up by key. */
export const keyedLists = [
  "colourSlots",
  "sheens",
  "scopes",
  "substrates",
  "heightBands",
  "access",
  "occupancy",
  "conditions",
  "colourChanges",
  "textures",
  "methods",
  "primers",
  "prepTasks",
  "prepLevels",
  "products",
  "sundries",
  "addOns",
  "discounts",
  "financing",
  "options",
] as const;
export type KeyedList = (typeof keyedLists)[number];

export const isKeyedList = (name: string): name is KeyedList =>
  keyedLists.some((list) => list === name);

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The keys in a document that is not checked yet. An entry that has something wrong with it has its key all the
 * same: what refers to it is not wrong.
 */
export interface Known {
  readonly keys: Readonly<Record<KeyedList, ReadonlySet<string>>>;
  /** The sheens that a product comes in. */
  readonly sheens: ReadonlyMap<string, ReadonlySet<unknown>>;
  readonly sources: ReadonlySet<string>;
}

/** No more entries than the list may have: a longer one is refused without being read. */
function entriesOf(document: Members, list: KeyedList): readonly Members[] {
  const entries = document[list];
  if (!Array.isArray(entries)) return [];
  return entries.slice(0, limitsOf(priceBookSchema.shape[list]).most).filter(isMembers);
}

const keysOf = (document: Members, list: KeyedList): ReadonlySet<string> =>
  new Set(entriesOf(document, list).flatMap(({ key }) => (typeof key === "string" ? [key] : [])));

function sheensByProduct(document: Members): ReadonlyMap<string, ReadonlySet<unknown>> {
  const sheens = new Map<string, ReadonlySet<unknown>>();
  for (const product of entriesOf(document, "products")) {
    const { key, sheens: list } = product;
    if (typeof key === "string" && Array.isArray(list)) sheens.set(key, new Set(list));
  }
  return sheens;
}

/** Reads all keys of a document, whatever else is wrong with it. */
export function knownKeys(document: Members): Known {
  const keys = {
    colourSlots: keysOf(document, "colourSlots"),
    sheens: keysOf(document, "sheens"),
    scopes: keysOf(document, "scopes"),
    substrates: keysOf(document, "substrates"),
    heightBands: keysOf(document, "heightBands"),
    access: keysOf(document, "access"),
    occupancy: keysOf(document, "occupancy"),
    conditions: keysOf(document, "conditions"),
    colourChanges: keysOf(document, "colourChanges"),
    textures: keysOf(document, "textures"),
    methods: keysOf(document, "methods"),
    primers: keysOf(document, "primers"),
    prepTasks: keysOf(document, "prepTasks"),
    prepLevels: keysOf(document, "prepLevels"),
    products: keysOf(document, "products"),
    sundries: keysOf(document, "sundries"),
    addOns: keysOf(document, "addOns"),
    discounts: keysOf(document, "discounts"),
    financing: keysOf(document, "financing"),
    options: keysOf(document, "options"),
  };
  const { sources } = document;
  return {
    keys,
    sheens: sheensByProduct(document),
    sources: new Set(isMembers(sources) ? Object.keys(sources) : []),
  };
}
