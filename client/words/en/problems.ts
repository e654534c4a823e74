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
  problemOfOption: (option: string, problem: string) => `${option}: ${problem}`,
  problemSurface: "A surface",
} as const;
