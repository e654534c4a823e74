/** What the sample jobs of the gallery say and no real screen does; in English only, since only we read it. */
export const sampleWords = {
  stateLocal: "On this tablet",
  stateAccepted: "Accepted",
  priceSoFar: "So far",
  doorLess: "Doors: one less",
  doorMore: "Doors: one more",
  prepLight: "Light",
  prepNormal: "Normal",
  prepHeavy: "Heavy",
  walls: "Walls",
  ceiling: "Ceiling",
  baseboard: "Baseboard",
  allIn: "All in Salesforce.",
  silent: "Salesforce has not answered since 9:40; your work is safe here.",
} as const;
