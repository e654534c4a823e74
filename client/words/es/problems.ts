import type { Say } from "../dictionary.ts";
import type { problems as english } from "../en/problems.ts";

export const problems: Say<typeof english> = {
  problemMissing: (measure) => `Falta: ${measure.toLowerCase()}.`,
  problemNotLength: (measure, typed) => `${measure}: “${typed}” no es una medida.`,
  problemTooLong: (measure, typed) => `${measure}: ${typed} es más largo que cualquier edificio.`,
  problemVeryLong: (measure, typed) =>
    `${measure}: ${typed} es muy largo. ¿Falta la marca de pulgadas?`,
  problemVeryHigh: (typed) => `Alto: ${typed} es muy alto. Revisa la marca.`,
  problemQuantityMissing: (surface) => `${surface}: escribe cuánto hay.`,
  problemNotNumber: (surface, typed) => `${surface}: “${typed}” no es un número.`,
  problemTooMuch: (surface, typed) => `${surface}: ${typed} es más de lo que tiene una casa.`,
  problemOpenings: "Puertas y ventanas ocupan más que la pared.",
  problemUnknown: (what, key) => `${what}: la lista de precios no conoce “${key}”. Elige otra vez.`,
  problemNotHere: (surface) => `${surface}: no corresponde a este tipo de área.`,
  problemNoRate: (surface) => `${surface}: la lista de precios no tiene precio para tantas manos.`,
  problemNoProduct: (surface) => `${surface}: esta opción no tiene pintura para eso.`,
  problemZero: (surface) => `${surface}: resulta en nada. Revisa las medidas.`,
  problemNothing: "Todavía no hay nada que calcular. Mide un área.",
  problemNegative: "El total está bajo cero. Revisa las partidas.",
  problemTooDear: "El total es demasiado grande para ser cierto. Revisa las medidas.",
  problemOfOption: (option, problem) => `${option}: ${problem}`,
  problemSurface: "Una superficie",
};
