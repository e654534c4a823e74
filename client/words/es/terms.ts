import type { Say } from "../dictionary.ts";
import type { terms as english } from "../en/terms.ts";

export const terms: Say<typeof english> = {
  termsLead: "Trabajo seguro con plomo",
  termsLeadWhy: (year) =>
    `Las casas construidas antes de ${year} pueden tener pintura con plomo. ¿Se trabaja de forma segura con plomo?`,
  termsLeadOpen: "Sin decidir",
  termsLeadYes: "Sí, seguro con plomo",
  termsLeadNo: "No, no hace falta",
  termsDiscounts: "Descuentos",
  termsOff: (amount) => `${amount} menos sobre el precio de lista`,
  termsUntil: (day) => `hasta el ${day}`,
  termsEnded: (day) => `terminó el ${day}`,
  termsUnknown: "No está en esta lista de precios",
  termsState: "Dos letras, como OR: de eso dependen el impuesto y el anticipo.",
};
