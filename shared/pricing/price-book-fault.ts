import type { Localised } from "./book/numbers.ts";

/** Everything that can be wrong with a price book, each with its own way to put it right. */
export type PriceBookFaultCode =
  /** The document has more characters than `expected`. */
  | "too_large"
  | "not_json"
  /** Written for another version of the app; `expected` are the formats that can be read. */
  | "format_unknown"
  | "missing"
  /** `found` is the name of a member that no price book has. */
  | "unknown_field"
  | "not_an_object"
  | "not_a_list"
  /** More or fewer entries than `expected`. */
  | "too_many"
  | "too_few"
  | "not_a_text"
  | "text_missing"
  /** More characters than `expected`. */
  | "text_too_long"
  | "not_yes_or_no"
  /** None of the words in `expected`. */
  | "not_a_choice"
  /** A key is small letters, digits and hyphens, at most 40 of them, and begins with a letter. */
  | "not_a_key"
  | "not_a_day"
  | "not_a_state"
  | "not_a_colour"
  /** Whole fluid ounces. */
  | "not_ounces"
  /** Not a decimal number as people write it: `1e300`, `NaN`, `1,5`, `12 %`. */
  | "not_a_number"
  /** A number where a text belongs: JSON numbers are binary fractions. */
  | "number_not_text"
  | "negative"
  | "not_positive"
  /** More than `expected`. */
  | "too_high"
  /** More than six decimals. */
  | "too_precise"
  /** A margin or a discount of the whole price, or of more. */
  | "not_below_hundred"
  /** An amount that is not whole cents. */
  | "not_cents"
  | "not_a_whole_number"
  /** Not within `expected`, `1-360`. */
  | "out_of_range"
  /** The list has an entry with that key already. */
  | "duplicate_key"
  /** The list has a rule for that state already. */
  | "duplicate_state"
  /** The same choice, task, sheen or spread rate stands twice where it may stand once. */
  | "listed_twice"
  /** The app gives that key a meaning of its own. */
  | "reserved_key"
  /** The list `expected` has no such entry. */
  | "unknown_key"
  | "unknown_source"
  /** The product, `expected`, does not come in that sheen. */
  | "sheen_not_of_product"
  /** The first step begins above 0. */
  | "curve_not_from_zero"
  /** A step or point does not lie above the one before, which is `expected`. */
  | "curve_not_ascending"
  /** A profit rises with the size of the job; the one before is `expected`. */
  | "profit_rises"
  /** A part of a price above 1: pay may not be more than its price. */
  | "factor_above_one"
  /** A lead-safe factor that would make work cheaper. */
  | "factor_below_one"
  /** Deposit and draws ask for more than the whole price. */
  | "payments_exceed_total"
  /** Another band begins at the same height. */
  | "height_band_twice"
  | "can_free"
  /** The sizes of cans have no common measure that is large enough to find the cheapest mix with. */
  | "cans_incommensurable"
  /** A surface that wants itself as its companion. */
  | "companion_itself";

/** What is wrong with a price book, where, and enough to say what to do about it: data, never words. */
export interface PriceBookFault<Code extends string = PriceBookFaultCode> {
  readonly code: Code;
  /**
   * `substrates/walls/labour.byCoats.1.value`: the list and the entry's key (its position where it has no key
   * of its own), or the single setting, then the way inside it. Empty for the document itself.
   */
  readonly path: string;
  /** What the entry is called, when it has a name. */
  readonly entry: Localised | null;
  /** What stands there, shortened; `[…]` and `{…}` for lists and objects, empty for nothing. */
  readonly found: string;
  /** What the code says of it: a limit, the words to choose from, the list to look in. Else empty. */
  readonly expected: string;
}

const MAX_FOUND = 80;

/** What stands in a document, short enough for a sentence. */
export function printFound(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > MAX_FOUND ? `${value.slice(0, MAX_FOUND)}…` : value;
    case "number":
    case "boolean":
      return String(value);
    case "undefined":
      return "";
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "[…]" : "{…}";
    case "bigint":
    case "symbol":
    case "function":
      return typeof value;
  }
}

/** The parts of a fault's path. */
export interface PlaceInBook {
  /** The list or the single setting: `substrates`, `labour`. */
  readonly setting: string;
  /** The entry's key, or its position where it has none. */
  readonly entry: string | null;
  /** The way inside it: `labour.byCoats.1.value`. */
  readonly inside: string;
}

const entryLists: ReadonlySet<string> = new Set([
  "sources",
  "colourSlots",
  "sheens",
  "scopes",
  "colours",
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
]);

/** Takes a fault's path apart: which entry or setting it is about, and where in it. */
export function placeInBook(path: string): PlaceInBook {
  const [setting = "", ...rest] = path.split("/");
  const entry = entryLists.has(setting) ? (rest[0] ?? null) : null;
  return { setting, entry, inside: (entry === null ? rest : rest.slice(1)).join("/") };
}
