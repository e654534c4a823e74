import type { Say } from "../dictionary.ts";
import type { implied as english } from "../en/implied.ts";

export const implied: Say<typeof english> = {
  impliedSentence: (facts) => `Esto es ${facts}.`,
  impliedAtCharge: (facts) => `Con tu precio por hora esto es ${facts}.`,
  impliedHours: (hours) => `${hours} h`,
  impliedSqftPerHour: (amount) => `${amount} pies² por hora`,
  impliedFeetPerHour: (amount) => `${amount} pies por hora`,
  impliedPiecesPerHour: (amount) => `${amount} por hora`,
  impliedPerSqft: (amount) => `${amount} por pie²`,
  impliedPerFoot: (amount) => `${amount} por pie`,
  impliedPerPiece: (amount) => `${amount} cada una`,
};
