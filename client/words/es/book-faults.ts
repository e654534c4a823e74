import type { Say } from "../dictionary.ts";
import type { bookFaults as english } from "../en/book-faults.ts";

/** Lo que está mal en una lista de precios, o parece un descuido. */
export const bookFaults: Say<typeof english> = {
  faultShape: (found) => `“${found}” no puede ir aquí.`,
  faultMissing: "Falta algo.",
  faultNumber: (found) => `“${found}” no es un número que valga aquí.`,
  faultText: "Falta un nombre o un texto, o es muy largo.",
  faultTooMany: (limit) => `Puede haber ${limit} a lo más.`,
  faultTooFew: "Hace falta al menos uno.",
  faultTwice: (found) => `“${found}” está dos veces.`,
  faultReserved: (found) => `“${found}” ya significa otra cosa en la app.`,
  faultUnknown: (found) => `“${found}” no está en esta lista de precios.`,
  faultSource: "Un número no tiene fuente.",
  faultSheen: (sheen, product) => `${product} no viene en ${sheen}.`,
  faultStart: "El primer escalón empieza en 0.",
  faultOrder: "Los escalones y puntos van subiendo.",
  faultProfitRises: "La ganancia no puede subir con el tamaño del trabajo.",
  faultMargin: "Tiene que quedar por debajo del 100 %.",
  faultFactorAbove: "El pago no puede pasar del precio: 1 a lo más.",
  faultFactorBelow: "Trabajar con plomo no es más barato: al menos 1.",
  faultPayments: "El anticipo y los pagos pasan del precio entero.",
  faultHeight: "Dos alturas empiezan en el mismo punto.",
  faultCanFree: "Una lata no tiene precio.",
  faultCans: "Estos tamaños no tienen medida común. Usa múltiplos enteros de una onza o más.",
  faultCompanion: "Una superficie no puede ser su propia compañera.",
  faultTooLarge: "La lista de precios es demasiado grande para enviarla.",
  faultTooHigh: (limit) => `Puede ser ${limit} a lo más.`,
};
