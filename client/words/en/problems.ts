/** What keeps an estimate from being priced, or is worth a second look. */
export const problems = {
  problemMissing: (measure: string) => `${measure} is missing.`,
  problemNotLength: (measure: string, typed: string) => `${measure}: “${typed}” is not a length.`,
  problemTooLong: (measure: string, typed: string) =>
    `${measure}: ${typed} is longer than any building.`,
  problemVeryLong: (measure: string, typed: string) =>
    `${measure}: ${typed} is very long. Is the inch mark missing?`,
  problemVeryHigh: (typed: string) => `Height: ${typed} is very high. Check the mark.`,
  problemQuantityMissing: (surface: string) => `${surface}: type how much there is.`,
  problemNotNumber: (surface: string, typed: string) => `${surface}: “${typed}” is not a number.`,
  problemTooMuch: (surface: string, typed: string) =>
    `${surface}: ${typed} is more than any house has.`,
  problemOpenings: "Doors and windows take more than the wall.",
  problemUnknown: (what: string, key: string) =>
    `${what}: the price book does not know “${key}”. Choose again.`,
  problemNotHere: (surface: string) => `${surface} does not belong in this kind of area.`,
  problemNoRate: (surface: string) => `${surface}: the price book has no rate for so many coats.`,
  problemNoProduct: (surface: string) => `${surface}: this option has no paint for it.`,
  problemZero: (surface: string) => `${surface} comes to nothing. Check the measures.`,
  problemNothing: "Nothing to price yet. Measure an area.",
  problemNegative: "The total is below zero. Check the lines.",
  problemTooDear: "The total is too large to be right. Check the measures.",
  problemUnknownChoice: (surface: string, what: string, key: string) =>
    `${surface}: the price book does not know the ${what} “${key}”. Choose again.`,
  problemCondition: "condition",
  problemColourChange: "color change",
  problemTexture: "texture",
  problemMethod: "method",
  problemPrimer: "primer",
  problemPrepTask: "prep task",
  problemPrepLevel: "prep",
  problemSheen: "sheen",
  problemAddOn: "add-on",
  problemDiscount: (key: string) =>
    `Discount: the price book does not know “${key}”. It is not given.`,
  problemDiscountEnded: (discount: string) => `${discount} has ended. It is not given any more.`,
  problemPercent: (surface: string) => `${surface}: a prep task covers more than 100 %.`,
  problemMargin: (line: string, typed: string) =>
    `${line}: a margin of “${typed}” is no percentage below 100.`,
  problemClash: (line: string, group: string) =>
    `${line}: only one of “${group}” can be taken. Untick the others.`,
  problemUndecided: (substrate: string) => `${substrate}: nobody has said whether it is painted.`,
  problemCompanion: (surface: string, companion: string) =>
    `${surface} without ${companion}. Is that right?`,
  problemPrimerMissing: (surface: string, change: string) =>
    `${surface}: ${change}, and no primer.`,
  problemHighAccess: (typed: string) => `${typed} high, and the access is the usual one.`,
  problemLead: (year: string) => `Built before ${year}: is this lead-safe work?`,
  problemState: "Sales tax and deposit go by the state of the job. Which is it?",
  problemBelowNet: "The discounts take the price below the net price.",
  problemLine: "A line",
  fixAdd: (substrate: string) => `Add ${substrate}`,
  fixPaint: (substrate: string) => `Paint ${substrate}`,
  fixNotPainted: "Not painted",
  fixPrimer: (primer: string) => `Add: ${primer}`,
  fixLeadYes: "Lead-safe",
  fixLeadNo: "Not needed",
  fixDiscount: "Take it out",
  problemOfOption: (option: string, problem: string) => `${option}: ${problem}`,
  problemSurface: "A surface",
} as const;
