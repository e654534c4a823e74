/**
 * Price books of format 1, as they were published before format 2, written as format 2 has them. An estimate
 * keeps the book it was made with, so that its prices have to stay the same to the cent.
 *
 * Nothing is checked here: what is not as format 1 had it stays as it stands, and parse-price-book.ts then
 * refuses it by name.
 */

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const mapped = (list: unknown, change: (entry: Members) => unknown): unknown =>
  isList(list) ? list.map((entry) => (isMembers(entry) ? change(entry) : entry)) : list;

const entriesOf = (list: unknown): readonly Members[] =>
  isList(list) ? list.filter(isMembers) : [];

/** What format 1 had no number for, and what did no more than nothing there. */
const SOURCE = "format-1";
const SOURCE_WORDS =
  "Not asked for when this price book was written. Filled in so that it changes no price.";
const ZERO = { value: "0", source: SOURCE };
const ONE = { value: "1", source: SOURCE };
const NO_CENTS = { cents: 0, source: SOURCE };
const usual = [{ key: "normal", label: { en: "Normal", es: "Normal" } }];

/** `"10.50"` is `"10.5"`: the same waste makes the same method. */
const plainDecimal = (text: string): string =>
  text.includes(".") ? text.replace(/\.?0+$/, "") : text;

const wasteOf = ({ waste }: Members) =>
  isMembers(waste) && typeof waste["value"] === "string" ? plainDecimal(waste["value"]) : null;

const methodKey = (waste: string): string => `waste-${waste.replace(".", "-")}`;

/** Waste was a substrate's own; now it is its method's. One method for each waste there is. */
function methodsOf(substrates: unknown): readonly unknown[] {
  const methods = new Map<string, unknown>();
  for (const substrate of entriesOf(substrates)) {
    const waste = wasteOf(substrate);
    if (waste === null || methods.has(waste)) continue;
    methods.set(waste, {
      key: methodKey(waste),
      label: { en: `${waste} % waste`, es: `${waste} % de desperdicio` },
      waste: substrate["waste"],
      labour: ONE,
    });
  }
  return [...methods.values()];
}

/** Piece rates were cents; now they are dollars. */
const inDollars = (rate: Members): unknown => {
  const { cents, ...rest } = rate;
  if (typeof cents !== "number" || !Number.isSafeInteger(cents) || cents < 0) return rate;
  const odd = cents % 100;
  const dollars = String((cents - odd) / 100);
  return { value: odd === 0 ? dollars : `${dollars}.${String(odd).padStart(2, "0")}`, ...rest };
};

const upgradedLabour = (labour: unknown): unknown =>
  isMembers(labour) && labour["kind"] === "piece"
    ? { ...labour, byCoats: mapped(labour["byCoats"], inDollars) }
    : labour;

function upgradedSubstrate(substrate: Members): unknown {
  const { waste, prepSqft, labour, ...rest } = substrate;
  const known = wasteOf(substrate);
  return {
    ...rest,
    labour: upgradedLabour(labour),
    method: known === null ? waste : methodKey(known),
    prep: { basis: "sqft", perUnit: prepSqft },
  };
}

/** All prep was counted in square feet, so that the rate by linear feet is never asked for. */
function upgradedPrepLevel({ sqftPerHour, ...rest }: Members): unknown {
  const how =
    sqftPerHour === null ? { kind: "none" } : { kind: "rate", sqftPerHour, lfPerHour: sqftPerHour };
  return { ...rest, how };
}

/** The sheens that options choose for each product. Format 1 did not ask whether it came in them. */
function chosenSheens(options: unknown): ReadonlyMap<unknown, ReadonlySet<unknown>> {
  const chosen = new Map<unknown, Set<unknown>>();
  for (const { product, sheen } of entriesOf(options).flatMap(({ scopes }) => entriesOf(scopes))) {
    const known = chosen.get(product);
    if (known === undefined) chosen.set(product, new Set([sheen]));
    else known.add(sheen);
  }
  return chosen;
}

function upgradedProduct(product: Members, chosen: ReadonlySet<unknown> | undefined): unknown {
  const { profit, sheens, ...rest } = product;
  return {
    ...rest,
    uplift: ZERO,
    spreads: [],
    sheens: isList(sheens) ? [...new Set([...sheens, ...(chosen ?? [])])] : sheens,
    warrantyYears: 0,
    ...(profit !== undefined && { profit: { on: "paint", rule: profit } }),
  };
}

const withMembers = (value: unknown, more: Members): unknown =>
  isMembers(value) ? { ...value, ...more } : value;

/** What format 1 did not have, so that it does nothing. */
const added: Members = {
  colours: [],
  conditions: usual,
  colourChanges: usual,
  textures: usual,
  primers: [],
  prepTasks: [],
  paintPooling: "job",
  addOns: [],
  leadSafe: null,
  listDiscount: null,
  discounts: [],
  salesTax: { states: [], otherwise: { kind: "none", source: SOURCE } },
  payments: {
    deposit: null,
    draws: [],
    final: { label: { en: "On completion", es: "Al terminar" } },
    depositCaps: [],
  },
  financing: [],
  hints: [],
};

/**
 * A price book of format 1 in format 2, with the same prices.
 *
 * @param document the members of a JSON document whose `format` is 1.
 * @returns what `checkPriceBook` has to be asked about: nothing is checked here. Never throws.
 */
export function upgradePriceBook(document: Members): unknown {
  const chosen = chosenSheens(document["options"]);
  return {
    ...added,
    ...document,
    format: 2,
    sources: isMembers(document["sources"])
      ? { [SOURCE]: SOURCE_WORDS, ...document["sources"] }
      : document["sources"],
    labour: withMembers(document["labour"], { tripPerCrewDay: NO_CENTS }),
    substrates: mapped(document["substrates"], upgradedSubstrate),
    methods: methodsOf(document["substrates"]),
    prepLevels: mapped(document["prepLevels"], upgradedPrepLevel),
    products: mapped(document["products"], (product) =>
      upgradedProduct(product, chosen.get(product["key"])),
    ),
    profit: withMembers(document["profit"], { charges: { kind: "markup", percent: ZERO } }),
  };
}
