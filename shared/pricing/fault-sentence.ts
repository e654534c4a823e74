import { type PriceBookFault, type PriceBookFaultCode, placeInBook } from "./price-book-fault.ts";

/** What the lists and settings of a price book are called in a sentence. */
const nouns: Readonly<Record<string, string>> = {
  format: "Format",
  id: "Id",
  version: "Version",
  name: "Name",
  isExample: "Example mark",
  currency: "Currency",
  sources: "Source",
  labour: "Labor",
  openings: "Openings",
  colourSlots: "Color slot",
  sheens: "Sheen",
  scopes: "Scope",
  colours: "Color",
  substrates: "Substrate",
  heightBands: "Height band",
  access: "Access",
  occupancy: "Occupancy",
  conditions: "Condition",
  colourChanges: "Color change",
  textures: "Texture",
  methods: "Method",
  primers: "Primer",
  prepTasks: "Prep task",
  prepLevels: "Prep level",
  products: "Product",
  paintPooling: "Paint pooling",
  sundries: "Sundries",
  addOns: "Add-on",
  profit: "Profit",
  minimumCharge: "Minimum charge",
  leadSafe: "Lead-safe rule",
  listDiscount: "List discount",
  discounts: "Discount",
  salesTax: "Sales tax",
  payments: "Payments",
  financing: "Financing plan",
  options: "Option",
  hints: "Hints",
};

/** `Substrate "Walls", labour.byCoats.1.value`. */
export function placeWords({ path, entry: label }: Pick<PriceBookFault, "path" | "entry">): string {
  const { setting, entry, inside } = placeInBook(path);
  if (setting === "") return "The price book";
  const noun = nouns[setting] ?? setting;
  const name = label?.en.trim() ? `"${label.en.trim()}"` : entry;
  const isPosition = entry !== null && /^\d+$/.test(entry) && name === entry;
  const named = name === null ? noun : `${noun} ${isPosition ? `no. ${Number(entry) + 1}` : name}`;
  return inside === "" ? named : `${named}, ${inside}`;
}

type Words = (found: string, expected: string) => string;

/** What is wrong, and what to do about it. */
const sentences: Readonly<Record<PriceBookFaultCode, Words>> = {
  too_large: (found, expected) =>
    `has ${found} characters, and ${expected} are the most. Take out entries that nobody uses.`,
  not_json: () => "is not JSON. Send the whole document, as it was exported.",
  format_unknown: (found, expected) =>
    `is ${quoted(found)}, and this version of the app reads ${expected}. Update the app, or export the price book again.`,
  missing: (_, expected) =>
    expected === "" ? "is missing. Fill it in." : `is missing. Choose one of: ${expected}.`,
  unknown_field: (found) => `has ${quoted(found)}, which no price book has. Take it out.`,
  not_an_object: (found) =>
    `is ${quoted(found)}, where several named values belong. Write them as an object.`,
  not_a_list: (found) => `is ${quoted(found)}, where a list belongs. Write its entries as a list.`,
  too_many: (found, expected) =>
    `has ${found} entries, and ${expected} are the most. Take out those that nobody uses.`,
  too_few: (found, expected) =>
    `has ${found} entries, and needs ${expected} at least. Add what is missing.`,
  not_a_text: (found) => `is ${quoted(found)}, where a text belongs. Write it in quotes.`,
  text_missing: () => "is empty. Write a text.",
  text_too_long: (found, expected) =>
    `begins ${quoted(found)} and is longer than ${expected} characters. Shorten it.`,
  not_yes_or_no: (found) => `is ${quoted(found)}. Write true or false.`,
  not_a_choice: (found, expected) =>
    `is ${quoted(found)}, which is no choice here. Choose one of: ${expected}.`,
  not_a_key: (found) =>
    `is ${quoted(found)}, which is no key. Use up to 40 small letters, digits and hyphens, and begin with a letter.`,
  not_a_day: (found) => `is ${quoted(found)}, which is no day. Write it as 2026-12-31.`,
  not_a_state: (found) =>
    `is ${quoted(found)}, which is no state. Write its two capital letters, such as OR.`,
  not_a_colour: (found) => `is ${quoted(found)}, which is no color. Write it as #f2ede4.`,
  not_ounces: (found) =>
    `is ${quoted(found)}. Write what is really in the can in whole fluid ounces; a gallon is 128.`,
  not_a_number: (found) =>
    `is ${quoted(found)}, which is no number. Write it as 0.75, with digits and a point only.`,
  number_not_text: (found) =>
    `is the number ${found}. Write it in quotes, "${found}", so that no digit of it is lost.`,
  negative: (found) => `is ${quoted(found)}. Write a number that is not below zero.`,
  not_positive: (found) => `is ${quoted(found)}. Write a number above zero.`,
  too_high: (found, expected) => `is ${quoted(found)}. Write ${expected} at the most.`,
  too_precise: (found, expected) => `is ${quoted(found)}. Write ${expected} decimals at the most.`,
  not_below_hundred: (found) => `is ${quoted(found)}. Write a percentage from 0 to below 100.`,
  not_cents: (found) => `is ${quoted(found)}. Write the amount in whole cents: 1250 for $12.50.`,
  not_a_whole_number: (found, expected) =>
    `is ${quoted(found)}. Write a whole number, ${range(expected)}.`,
  out_of_range: (found, expected) =>
    `is ${quoted(found)}. Write a whole number, ${range(expected)}.`,
  duplicate_key: (found) =>
    `is ${quoted(found)}, which another one before it has. Give it a key of its own.`,
  duplicate_state: (found) =>
    `is ${quoted(found)} for a second time. Keep one rule for each state.`,
  listed_twice: (found) => `is ${quoted(found)} for a second time. Keep it once.`,
  reserved_key: (found) =>
    `is ${quoted(found)}, which means something else in the app. Choose another key.`,
  unknown_key: (found, expected) =>
    `names ${quoted(found)}, which is not in ${expected}. Add it there, or choose another one.`,
  unknown_source: (found) =>
    `names the source ${quoted(found)}, which is not in sources. Say there where the number comes from, or choose another source.`,
  sheen_not_of_product: (found, expected) =>
    `is ${quoted(found)}, which the product ${quoted(expected)} does not come in. Choose one of its sheens, or add this one to the product.`,
  curve_not_from_zero: (found) =>
    `begins at ${found}, and smaller quantities would have no number. Let the first step begin at 0.`,
  curve_not_ascending: (found, expected) =>
    `is ${found}, which is not above ${expected} before it. Put the steps in order, each beginning once.`,
  profit_rises: (found, expected) =>
    `is ${found} after ${expected}: larger jobs would bring more percent than smaller ones. Let it fall or stay the same.`,
  factor_above_one: (found) =>
    `is ${found}, so that pay would be above the price. Write it as a part of 1: 0.45 for 45 %.`,
  factor_below_one: (found) =>
    `is ${found}, so that lead-safe work would be cheaper. Write 1 or more: 1.2 for 20 % more labor.`,
  payments_exceed_total: (found, expected) =>
    `asks for ${found} %, and only ${expected} % of the price are left. Ask for less, here or before.`,
  height_band_twice: (found, expected) =>
    `begins at ${found} ft, as ${quoted(expected)} does. Let each band begin at a height of its own.`,
  can_free: () =>
    "costs nothing, so that all paint would come out of it. Write what the can costs.",
  cans_incommensurable: (found) =>
    `have volumes of ${found} fluid ounces, for which no cheapest mix can be found in time. Round them, so that they have a larger measure in common.`,
  companion_itself: (found) =>
    `wants ${quoted(found)} as its own companion. Choose another surface.`,
};

const quoted = (found: string): string => (found === "" ? "nothing" : `"${found}"`);

function range(expected: string): string {
  const [least = "", most = ""] = expected.split("-");
  return most === "" ? `${least} or more` : `from ${least} to ${most}`;
}

/** A fault in plain English, for whoever calls an interface: where, what is wrong, what to do. */
export const faultSentence = (fault: PriceBookFault): string =>
  `${placeWords(fault)} ${sentences[fault.code](fault.found, fault.expected)}`;
