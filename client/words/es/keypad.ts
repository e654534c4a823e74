import type { Say } from "../dictionary.ts";
import type { keypad as english } from "../en/keypad.ts";

export const keypad: Say<typeof english> = {
  keypadFeet: "pies",
  keypadFeetName: "pies",
  keypadInches: "pulg",
  keypadInchesName: "pulg, pulgadas",
  keypadHalf: "un medio",
  keypadQuarter: "un cuarto",
  keypadEighth: "un octavo",
  keypadPoint: "punto",
  keypadPlus: "más",
  keypadLess: "uno menos",
  keypadMore: "uno más",
  keypadErase: "Borrar",
  keypadClear: "Vaciar",
  keypadNext: "Siguiente",
  keypadDone: "Guardar el teclado",
  keypadEcho: (long, decimalFeet) => `${long} = ${decimalFeet} pies`,
  keypadNotLength: "Escribe pies y pulgadas, como 12 pies 6 pulg.",
  keypadTooLong: (feet) => `${feet} pies es muy largo. ¿Falta la marca de pulgadas?`,
  keypadTooHigh: (feet) => `${feet} pies es muy alto. Revisa la marca.`,
};
