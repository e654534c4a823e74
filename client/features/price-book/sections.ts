import type { BookList, BookSetting } from "../../../shared/pricing/edit/book-sections.ts";
import type { BookWords } from "../../words/book-words.ts";

/** The parts of a price book as a manager thinks of them, in the order of the home screen. */
export const sections = [
  "rates",
  "products",
  "colours",
  "prep",
  "options",
  "add-ons",
  "money",
  "job",
] as const;
export type Section = (typeof sections)[number];

export const isSection = (name: string): name is Section =>
  sections.some((section) => section === name);

type Part = BookList | BookSetting | "sources";

/** What stands in each, in order. */
export const partsOf: Readonly<Record<Section, readonly Part[]>> = {
  rates: ["substrates", "openings"],
  products: ["products", "sheens", "paintPooling"],
  colours: ["colours", "colourSlots"],
  prep: [
    "prepLevels",
    "prepTasks",
    "heightBands",
    "access",
    "occupancy",
    "conditions",
    "colourChanges",
    "textures",
    "methods",
    "primers",
  ],
  options: ["options", "scopes"],
  "add-ons": ["addOns", "sundries"],
  money: [
    "profit",
    "minimumCharge",
    "listDiscount",
    "discounts",
    "salesTax",
    "payments",
    "financing",
  ],
  job: ["labour", "leadSafe", "hints", "name", "sources"],
};

/** Lists that a new estimate takes the first entry of. */
export const firstIsUsual: ReadonlySet<string> = new Set([
  "access",
  "occupancy",
  "conditions",
  "colourChanges",
  "textures",
]);

/** The section that a path's list or setting stands in. */
export const sectionOf = (part: string): Section =>
  sections.find((section) => partsOf[section].some((name) => name === part)) ?? "job";

export function sectionWords(section: Section, b: BookWords): readonly [string, string] {
  switch (section) {
    case "rates":
      return [b.sectionRates, b.sectionRatesLead];
    case "products":
      return [b.sectionProducts, b.sectionProductsLead];
    case "colours":
      return [b.sectionColours, b.sectionColoursLead];
    case "prep":
      return [b.sectionPrep, b.sectionPrepLead];
    case "options":
      return [b.sectionOptions, b.sectionOptionsLead];
    case "add-ons":
      return [b.sectionAddOns, b.sectionAddOnsLead];
    case "money":
      return [b.sectionMoney, b.sectionMoneyLead];
    case "job":
      return [b.sectionJob, b.sectionJobLead];
  }
}

/** What a list or a setting is called. */
export function partWords(part: string, b: BookWords): string {
  const names: Readonly<Record<Part, string>> = {
    scopes: b.listScopes,
    colourSlots: b.listColourSlots,
    sheens: b.listSheens,
    substrates: b.listSubstrates,
    products: b.listProducts,
    colours: b.listColours,
    heightBands: b.listHeightBands,
    access: b.listAccess,
    occupancy: b.listOccupancy,
    conditions: b.listConditions,
    colourChanges: b.listColourChanges,
    textures: b.listTextures,
    methods: b.listMethods,
    primers: b.listPrimers,
    prepTasks: b.listPrepTasks,
    prepLevels: b.listPrepLevels,
    options: b.listOptions,
    addOns: b.listAddOns,
    sundries: b.listSundries,
    discounts: b.listDiscounts,
    financing: b.listFinancing,
    sources: b.listSources,
    name: b.settingName,
    labour: b.settingLabour,
    openings: b.settingOpenings,
    paintPooling: b.settingPaintPooling,
    profit: b.settingProfit,
    minimumCharge: b.settingMinimumCharge,
    leadSafe: b.settingLeadSafe,
    listDiscount: b.settingListDiscount,
    salesTax: b.settingSalesTax,
    payments: b.settingPayments,
    hints: b.settingHints,
  };
  const known = Object.entries(names).find(([name]) => name === part);
  return known?.[1] ?? part;
}

/** The address of whatever stands at a path. */
export const addressOf = (root: string, path: string): string =>
  `${root}/${sectionOf(path.split("/")[0] ?? "")}/${path}`;
