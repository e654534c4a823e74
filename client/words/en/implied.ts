/** A line in the terms of the other ways to estimate: hours, pace, price of a unit. */
export const implied = {
  impliedSentence: (facts: string) => `This is ${facts}.`,
  impliedAtCharge: (facts: string) => `At your hourly price this is ${facts}.`,
  impliedHours: (hours: string) => `${hours} h`,
  impliedSqftPerHour: (amount: string) => `${amount} sq ft an hour`,
  impliedFeetPerHour: (amount: string) => `${amount} ft an hour`,
  impliedPiecesPerHour: (amount: string) => `${amount} an hour`,
  impliedPerSqft: (amount: string) => `${amount} a sq ft`,
  impliedPerFoot: (amount: string) => `${amount} a foot`,
  impliedPerPiece: (amount: string) => `${amount} each`,
} as const;
